import { defineConfig } from "vitest/config";

// What a browser test waits for comes; how soon is the machine's affair.
const browser = { testTimeout: 300_000, hookTimeout: 180_000, expect: { poll: { timeout: 60_000, interval: 100 } } };

export default defineConfig({
  test: {
    projects: [
      { test: { name: "unit", include: ["src/**/*.test.ts"], testTimeout: 60_000, hookTimeout: 60_000 } },
      { test: { ...browser, name: "browser", include: ["e2e/**/*.test.ts"], exclude: ["e2e/measured.test.ts"], maxWorkers: 2, sequence: { groupOrder: 1 } } },
      { test: { ...browser, name: "measured", include: ["e2e/measured.test.ts"], maxWorkers: 1, sequence: { groupOrder: 2 } } },
    ],
  },
});
