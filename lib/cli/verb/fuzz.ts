/** `leakloop fuzz`: random programs on a real CPython and on the simulator. */

import { parseArgs } from "node:util";
import { choosePython } from "../../cpython/choose-python";
import { fuzz } from "../../fuzz/fuzz";
import { fuzzProgress } from "../../fuzz/progress";
import { reportDifference } from "../../fuzz/report-difference";
import type { Verb } from "../main";
import { wholeNumber } from "../number-option";

const defaults = { programs: 1000, operations: 40 };

/** Fuzz the simulator. */
export const verb: Verb = {
  summary: "compare the simulator with a real Python on random programs",
  help: `
leakloop fuzz [--python 3.12|PATH] [--programs N] [--seed S] [--operations K]

Draws random programs that make, bind, link and drop objects, weak references and finalizers and drive the
collector; runs each on a real CPython and on the simulator; and compares after every operation: reference counts,
generations and their order, deaths, callbacks, counters and returned values. A program that differs is shrunk and
shown. Exit code 1 when any differs.

  --python      the real one: a series, a version or the path of an interpreter (default: the newest found)
  --programs    how many programs (default ${defaults.programs})
  --seed        of the first program; each further one has the next number (default: another one each time)
  --operations  how many operations a program has (default ${defaults.operations})

Example: npm run fuzz -- --python 3.12 --programs 200 --seed 1`,

  async run(argv) {
    const { values } = parseArgs({
      args: [...argv],
      options: {
        python: { type: "string" },
        programs: { type: "string" },
        seed: { type: "string" },
        operations: { type: "string" },
      },
    });
    const python = choosePython(values.python);
    const programs = wholeNumber("--programs", values.programs ?? String(defaults.programs), 1000);
    const operations = wholeNumber("--operations", values.operations ?? String(defaults.operations), 40);
    const seed = wholeNumber("--seed", values.seed ?? String(1 + (Date.now() % 1_000_000_000)), 1);
    const onProgress = fuzzProgress(process.stderr, programs, () => performance.now());
    const startedMs = performance.now();
    const { differing, findings } = await fuzz({ python, programs, seed, operations, onProgress });
    const seconds = Math.round((performance.now() - startedMs) / 1000);
    for (const finding of findings) {
      process.stdout.write(`${reportDifference(finding, python.version)}\n`);
      process.stdout.write(
        `Again: npm run fuzz -- --python ${python.series} --programs 1 --seed ${finding.seed} --operations ${operations}\n`,
      );
      process.stdout.write(`As a regression: ${JSON.stringify(finding.program)}\n\n`);
    }
    process.stdout.write(
      `${programs} programs of ${operations} operations from seed ${seed} on CPython ${python.version}: ${differing.length} differ (${seconds} s).\n`,
    );
    return differing.length === 0 ? 0 : 1;
  },
};
