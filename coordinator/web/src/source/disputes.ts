// All disputes: a list of ten thousand is shown while it still grows, and costs little to keep.
import { useEffect, useMemo, useRef, useState } from "react";
import type { DisputeFacts } from "../facts/dispute";
import { DisputeBook } from "./disputebook";
import { ask } from "./graphql";
import { useConfig, useLive } from "./hooks";
import { disputesQuestion, happenedQuestion, theseDisputesQuestion } from "./questions";

export interface DisputeList {
  disputes: readonly DisputeFacts[];
  complete: boolean;
  trouble: string | null;
}

/** Reads the list, and with each block what has changed in it, one reading at a time. What was read stays until the next reading is whole. */
export function useDisputes(): DisputeList {
  const { graphql } = useConfig();
  const { block } = useLive();
  const [list, setList] = useState<DisputeList>({ disputes: [], complete: false, trouble: null });
  const reading = useRef(false);
  const book = useMemo(
    () =>
      new DisputeBook({
        after: async (after) => (await ask(graphql, disputesQuestion, { after })).commitments,
        these: async (ids) => (await ask(graphql, theseDisputesQuestion, { ids: [...ids] })).commitments,
        since: async (time) => (await ask(graphql, happenedQuestion, { time: String(Math.max(0, time)) })).activities,
      }),
    [graphql],
  );
  useEffect(() => {
    if (block === null || reading.current) return;
    reading.current = true;
    book
      .turnTo(block, (disputes) => setList({ disputes, complete: false, trouble: null }))
      .then((disputes) => setList({ disputes, complete: true, trouble: null }))
      .catch((error: unknown) => setList((old) => ({ ...old, trouble: error instanceof Error ? error.message : String(error) })))
      .finally(() => {
        reading.current = false;
      });
  }, [book, block]);
  return list;
}
