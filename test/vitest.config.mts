/** How the kit's own tests run. The browser tests and the oracle's recorder are started on their own. */
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";
import { v8Flags } from "../lib/dist/v8-flags.js";

/** Folders whose tests change nothing of their process and look at nothing that another test may have changed. */
const sharing = ["behaviour", "charts", "oracle", "python", "sim"].map(
  (folder) => `test/${folder}/**/*.test.ts`,
);

/**
 * Tests with a process of their own come first: they take longest, so that at the end the workers finish together; and
 * vitest keeps a shared process only while the next file may use it too.
 */
class IsolatedFirst extends BaseSequencer {
  /** Within a group as vitest does: what failed, then what took longest; without a record of that, the largest file. */
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const shares = ({ project }: TestSpecification) => !project.config.isolate;
    return [...sorted.filter((file) => !shares(file)), ...sorted.filter(shares)];
  }
}

export default defineConfig({
  test: {
    root: fileURLToPath(new URL("..", import.meta.url)),
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Left to itself, vitest keeps one core free: on two cores it runs one file at a time.
    maxWorkers: availableParallelism(),
    execArgv: [...v8Flags],
    sequence: { sequencer: IsolatedFirst },
    projects: [
      {
        extends: true,
        test: {
          name: "own process",
          include: ["test/**/*.test.ts"],
          exclude: ["test/browser/**", "test/fixtures/**", ...sharing],
        },
      },
      {
        extends: true,
        test: {
          // A process per core, and in it each module once: that is half a second less for each file.
          name: "shared process",
          include: sharing,
          isolate: false,
          globalSetup: "test/oracle/answers-folder.ts",
        },
      },
    ],
  },
});
