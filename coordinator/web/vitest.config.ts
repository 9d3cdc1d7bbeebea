import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    projects: [
      { test: { name: "unit", include: ["src/**/*.test.ts"], testTimeout: 60_000, hookTimeout: 60_000 } },
      {
        // What a browser test waits for comes; how soon is the machine's affair.
        test: {
          name: "browser",
          include: ["e2e/**/*.test.ts"],
          testTimeout: 300_000,
          hookTimeout: 180_000,
          fileParallelism: false,
          expect: { poll: { timeout: 60_000, interval: 100 } },
        },
      },
    ],
  },
});
