import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

// The pages are plain files with relative addresses: a coordinator serves them, and any static host does too.
export default defineConfig({
  base: "./",
  plugins: [react()],
  build: {
    outDir: "dist/pages",
    target: "es2022",
    sourcemap: false,
    // A data: address would need a wider content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 300,
  },
  // Its parts are loaded when somebody wants to replay.
  worker: { format: "es" },
  server: { host: "127.0.0.1" },
});
