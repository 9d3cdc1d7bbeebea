import { readFileSync } from "node:fs";
import { buildSchema, validate, type DocumentNode } from "graphql";
import { describe, expect, it } from "vitest";
import * as questions from "./questions";

// Types alone don't tell whether a variable may stand where it stands.
describe("questions", () => {
  const schema = buildSchema(readFileSync(new URL("../../served.graphql", import.meta.url), "utf8"));
  it.each(Object.entries(questions))("%s is one that the index takes", (_, document) => {
    expect(validate(schema, document as unknown as DocumentNode).map((error) => error.message)).toEqual([]);
  });
});
