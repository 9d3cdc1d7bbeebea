// Questions to the index, typed by the schema it serves (served.graphql).
import { print } from "@0no-co/graphql.web";
import { initGraphQLTada, type TadaDocumentNode } from "gql.tada";
import { hasControls, plain, withoutControls } from "../facts/plain";
import type { introspection } from "./served";
import { trouble } from "../texts/en/trouble";

export const graphql = initGraphQLTada<{
  introspection: introspection;
  scalars: { BigInt: string; Bytes: `0x${string}` };
  disableMasking: true;
}>();

export type { ResultOf, VariablesOf } from "gql.tada";

/** The index answered, and said no. */
export class IndexError extends Error {}

/** Bounds: answers above 32 MiB are refused. What steers how a line is laid out is taken from every text. Errors: IndexError with the index's own words; TypeError where it can't be reached. */
export async function ask<R, V>(endpoint: string, document: TadaDocumentNode<R, V>, variables: V, signal?: AbortSignal): Promise<R> {
  const answer = await fetch(endpoint, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/json" },
    body: JSON.stringify({ query: text(document), variables }),
    credentials: "omit",
    ...(signal ? { signal } : {}),
  });
  const body = await answer.text();
  if (body.length > 32 << 20) throw new IndexError(trouble.index.long);
  let parsed: { data?: R; errors?: { message?: unknown }[] };
  try {
    parsed = JSON.parse(body, hasControls(body) ? cleaned : undefined) as typeof parsed;
  } catch {
    throw new IndexError(trouble.index.json(answer.status));
  }
  if (typeof parsed !== "object" || parsed === null) throw new IndexError(trouble.index.object(answer.status));
  const first = Array.isArray(parsed.errors) ? parsed.errors[0] : undefined;
  if (first) throw new IndexError(plain(String(first.message ?? trouble.index.silent)));
  if (!answer.ok || typeof parsed.data !== "object" || parsed.data === null) throw new IndexError(trouble.index.status(answer.status));
  return parsed.data;
}

function cleaned(_: string, value: unknown): unknown {
  return typeof value === "string" ? withoutControls(value) : value;
}

const texts = new WeakMap<object, string>();

function text(document: TadaDocumentNode<unknown, never> | object): string {
  let printed = texts.get(document);
  if (printed === undefined) {
    printed = print(document as Parameters<typeof print>[0]);
    texts.set(document, printed);
  }
  return printed;
}
