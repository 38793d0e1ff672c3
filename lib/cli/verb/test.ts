/** `leakloop test`: everything that must stay true of the kit. */

import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { BadInputError } from "../../bad-input";
import { kitRoot } from "../../exercise/kit-folder";
import type { Verb } from "../main";

/** One thing to run, and what it proves. */
interface Step {
  readonly says: string;
  /** A program of node_modules, or of the checkout, and its arguments. */
  readonly args: readonly string[];
}

const lint: Step = {
  says: "Formatting and linting",
  args: ["node_modules/@biomejs/biome/bin/biome", "ci", "--colors=off", "."],
};
// By path: tslab brings a `tsc` of TypeScript 5.0 that would be found first.
const types: Step = {
  says: "Types of the tests and exercises",
  args: ["node_modules/typescript/bin/tsc", "-p", "test"],
};
const tests: Step = {
  says: "Tests, with the real kernel, the real vitest and the CPythons found here",
  args: ["node_modules/vitest/vitest.mjs", "run", "--config", "test/vitest.config.mts"],
};
const browser: Step = {
  says: "JupyterLab in a real browser (screenshots go to artefacts/browser)",
  args: ["node_modules/vitest/vitest.mjs", "run", "--config", "test/browser/vitest.config.mts"],
};

/** Test the kit. */
export const verb: Verb = {
  summary: "test the kit: formatting, types, tests; with --browser, JupyterLab",
  help: `
leakloop test [--browser] [-- FILTER]...

Without --browser: formatting and linting, types, and every test that needs no browser, notebooks on the real kernel
included. With --browser: only JupyterLab in a real Chromium (CHROMIUM_PATH, or the one that is installed).
A FILTER is part of a test file's path; only those tests are run then.

Example: npm test -- test/sim`,

  async run(argv) {
    const { values, positionals } = parseArgs({
      args: [...argv],
      options: { browser: { type: "boolean", default: false } },
      allowPositionals: true,
    });
    if (!existsSync(join(kitRoot, "test"))) {
      throw new BadInputError(
        "leakloop test works in a checkout of the kit; this is an installed package without tests.",
      );
    }
    if (values.browser) return run([browser], positionals);
    return run(positionals.length > 0 ? [tests] : [lint, types, tests], positionals);
  },
};

/** One after the other, up to the first that fails. */
function run(steps: readonly Step[], filters: readonly string[]): number {
  for (const { says, args } of steps) {
    process.stderr.write(`${says} ...\n`);
    const [program = "", ...rest] = args;
    const { status } = spawnSync(process.execPath, [join(kitRoot, program), ...rest, ...filters], {
      cwd: kitRoot,
      stdio: ["ignore", "inherit", "inherit"],
    });
    if (status !== 0) return 1;
  }
  return 0;
}
