// All disputes, read page by page: a list of ten thousand is shown while it still grows.
import { useEffect, useRef, useState } from "react";
import type { DisputeFacts } from "../facts/dispute";
import { ask } from "./graphql";
import { useConfig, useLive } from "./hooks";
import { disputesQuestion } from "./questions";

const page = 500;
const most = 50_000;

export interface DisputeList {
  disputes: readonly DisputeFacts[];
  complete: boolean;
  trouble: string | null;
}

/** Reads the whole list, and again after each block, one reading at a time. What was read stays until the next reading is whole. */
export function useDisputes(): DisputeList {
  const config = useConfig();
  const { block } = useLive();
  const number = block?.number;
  const [list, setList] = useState<DisputeList>({ disputes: [], complete: false, trouble: null });
  const reading = useRef(false);
  useEffect(() => {
    if (number === undefined || reading.current) return;
    reading.current = true;
    const read = async () => {
      const found: DisputeFacts[] = [];
      for (let after: `0x${string}` = "0x"; found.length < most; ) {
        const { commitments } = await ask(config.graphql, disputesQuestion, { after });
        found.push(...commitments);
        const last = commitments.at(-1);
        if (commitments.length < page || last === undefined) break;
        after = last.id;
        setList((old) => (old.complete ? old : { disputes: [...found], complete: false, trouble: null }));
      }
      setList({ disputes: found, complete: true, trouble: null });
    };
    read()
      .catch((error: unknown) => setList((old) => ({ ...old, trouble: error instanceof Error ? error.message : String(error) })))
      .finally(() => {
        reading.current = false;
      });
  }, [config, number]);
  return list;
}
