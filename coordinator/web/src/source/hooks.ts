// What pages use of the index.
import { keepPreviousData, QueryClient, useQuery, type UseQueryResult } from "@tanstack/react-query";
import type { TadaDocumentNode } from "gql.tada";
import { createContext, useContext, useEffect, useState, useSyncExternalStore } from "react";
import type { Config } from "./config";
import { ask } from "./graphql";
import type { Follower, Live } from "./live";

export interface Source {
  config: Config;
  follower: Follower;
}

export const SourceContext = createContext<Source | null>(null);

export function useSource(): Source {
  const source = useContext(SourceContext);
  if (source === null) throw new Error("no source");
  return source;
}

export function useConfig(): Config {
  return useSource().config;
}

export function useLive(): Live {
  const { follower } = useSource();
  return useSyncExternalStore(follower.subscribe, follower.current);
}

/** Answers are asked again with each block; what was shown stays until the new answer is there. */
export function newQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: { queries: { retry: 1, refetchOnWindowFocus: false, staleTime: Infinity, gcTime: 5 * 60_000, placeholderData: keepPreviousData } },
  });
}

/** Asks the index, and again whenever its block changes. */
export function useIndex<R, V>(document: TadaDocumentNode<R, V>, variables: V, enabled = true): UseQueryResult<R> {
  const { config } = useSource();
  const { block } = useLive();
  const query = useQuery({
    queryKey: [document, variables],
    queryFn: ({ signal }) => ask(config.graphql, document, variables, signal),
    enabled,
    // What was never answered can't be shown: whoever stands around the page says why.
    throwOnError: (_, { state }) => state.data === undefined,
  });
  const { refetch } = query;
  const number = block?.number;
  useEffect(() => {
    if (enabled && number !== undefined) void refetch({ cancelRefetch: false });
  }, [enabled, number, refetch]);
  return query;
}

/**
 * Block time as near as can be told: the newest block's, and the seconds since it came. Only a new block makes a deadline pass; this is for showing.
 * Units: seconds.
 */
export function useNow(): number {
  const { block, seen } = useLive();
  const [, tick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => tick((n) => n + 1), 1_000);
    return () => clearInterval(timer);
  }, []);
  if (block === null) return 0;
  return block.timestamp + Math.max(0, Math.floor((Date.now() - seen) / 1000));
}
