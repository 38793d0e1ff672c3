/** How the browser tests run: real JupyterLab, real Chromium, one test file after the other. */
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    root: fileURLToPath(new URL("../..", import.meta.url)),
    include: ["test/browser/**/*.test.ts"],
    fileParallelism: false,
    testTimeout: 120_000,
    // The first run installs JupyterLab.
    hookTimeout: 400_000,
  },
});
