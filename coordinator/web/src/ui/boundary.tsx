// A page that can't be shown says so, and leaves the frame around it usable. It is tried again elsewhere, and with the next block.
import { useQueryClient, useQueryErrorResetBoundary } from "@tanstack/react-query";
import { Component, type ReactNode } from "react";
import { useLocation } from "wouter";
import { plain } from "../facts/plain";
import { useLive } from "../source/hooks";
import { t } from "../texts/en";
import { Trouble } from "./parts";

export function Boundary({ children }: { children: ReactNode }) {
  const [location] = useLocation();
  const { block } = useLive();
  const { reset } = useQueryErrorResetBoundary();
  const client = useQueryClient();
  // Nobody shows the answers that couldn't be shown: they are forgotten, and asked for again.
  const retry = () => {
    client.removeQueries({ type: "inactive" });
    reset();
  };
  return (
    <Catch attempt={`${location} ${block?.number}`} onRetry={retry}>
      {children}
    </Catch>
  );
}

interface CatchProps {
  /** Another one is another try. */
  attempt: string;
  onRetry: () => void;
  children: ReactNode;
}

class Catch extends Component<CatchProps, { trouble: string | null }> {
  override state: { trouble: string | null } = { trouble: null };

  static getDerivedStateFromError(error: unknown): { trouble: string } {
    return { trouble: plain(error instanceof Error ? error.message : String(error)) };
  }

  override componentDidUpdate(before: CatchProps): void {
    if (this.state.trouble === null || before.attempt === this.props.attempt) return;
    this.props.onRetry();
    this.setState({ trouble: null });
  }

  override render(): ReactNode {
    return this.state.trouble === null ? this.props.children : <Trouble>{t.block.unreadable(this.state.trouble)}</Trouble>;
  }
}
