import { expect, it } from "vitest";
import { tick } from "./tick";

it("tells values apart, however near they are", () => {
  expect([4.1101, 4.11015, 4.1102].map((value) => tick(value, 0.0001))).toEqual(["4.11010", "4.11015", "4.11020"]);
  expect([2, 6, 10].map((value) => tick(value, 8))).toEqual(["2.0", "6.0", "10.0"]);
  expect(tick(12_345.6, 40_000)).toBe("12346");
  expect(tick(4.1, 0)).toBe("4.100");
  expect(tick(1, 1e-30)).toBe("1.00000000");
});
