/** How the kit's own tests run. The browser tests and the oracle's recorder are started on their own. */
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    root: fileURLToPath(new URL("..", import.meta.url)),
    include: ["test/**/*.test.ts"],
    exclude: ["test/browser/**", "test/fixtures/**"],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
