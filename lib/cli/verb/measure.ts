/** `leakloop measure`: the leak loop on the real CPythons of this machine, as a small table. */

import { parseArgs } from "node:util";
import { BadInputError } from "../../bad-input";
import { choosePython } from "../../cpython/choose-python";
import { findPythons } from "../../cpython/find-python";
import { growthTable } from "../../cpython/growth-table";
import { type MeasuredGrowth, measureLeakLoop } from "../../cpython/measure-leak-loop";
import { measureMemory } from "../../cpython/measure-memory";
import type { PythonFound } from "../../cpython/probe-python";
import { record } from "../../cpython/recorded-growth";
import { recordMemory } from "../../cpython/recorded-memory";
import { profiles } from "../../sim/profile";
import type { Verb } from "../main";
import { wholeNumber } from "../number-option";

const defaultIterations = 200_000;

/** Measure the leak loop on a real Python. */
export const verb: Verb = {
  summary: "run the leak loop on the real Pythons of this machine and measure it",
  help: `
leakloop measure [--python 3.12|PATH]... [--iterations N] [--record]

Runs the article's loop with the collector on and off on every CPython found (3.8 or later, 64-bit) and prints
one line per run: memory above the start, bytes per pair, collections of each generation, gc.get_count() at the end.

  --python      measure only this one: a series, a version or the path of an interpreter; may be repeated
  --iterations  how often the loop's body runs (default ${defaultIterations})
  --record      keep the result in lib/cpython/recorded, the newest version of each series, ${defaultIterations} iterations;
                on Linux also what the allocator does, page by page

Example: npm run measure -- --python 3.13 --iterations 60000`,

  async run(argv) {
    const { values } = parseArgs({
      args: [...argv],
      options: {
        python: { type: "string", multiple: true },
        iterations: { type: "string" },
        record: { type: "boolean", default: false },
      },
    });
    if (values.record && values.iterations !== undefined)
      throw new BadInputError(
        `A recording always has ${defaultIterations} iterations: leave out --iterations, or --record.`,
      );
    const iterations =
      values.iterations === undefined
        ? defaultIterations
        : wholeNumber("--iterations", values.iterations, 60_000);
    const pythons = wanted(values.python);
    const growths: MeasuredGrowth[] = [];
    for (const { path, series } of values.record ? newestOfSeries(pythons) : pythons) {
      const gcOn = measureLeakLoop({ python: path, iterations, gc: "on" });
      const gcOff = measureLeakLoop({ python: path, iterations, gc: "off" });
      growths.push(gcOn, gcOff);
      const recordedWith = `leak_loop.py on ${process.platform} ${process.arch}`;
      if (!values.record) continue;
      process.stderr.write(`Recorded ${record({ recordedWith, gcOn, gcOff })}\n`);
      if (isSimulated(series) && process.platform === "linux") recordMemoryOf(path);
    }
    process.stdout.write(growthTable(growths));
    return 0;
  },
};

/** Pages and arenas are compared with a prediction: only versions that have one are recorded. */
function isSimulated(series: string): boolean {
  return profiles.some(({ version }) => version === series);
}

function recordMemoryOf(path: string): void {
  const recordedWith = `memory_runs.py on ${process.platform} ${process.arch}`;
  process.stderr.write(`Recorded ${recordMemory({ recordedWith, runs: measureMemory(path) })}\n`);
}

function wanted(names: readonly string[] | undefined): readonly PythonFound[] {
  if (names !== undefined) return names.map((name) => choosePython(name));
  const found = findPythons();
  // With nothing found, choosing fails with the sentence that says what to install.
  return found.length > 0 ? found : [choosePython()];
}

function newestOfSeries(pythons: readonly PythonFound[]): readonly PythonFound[] {
  return [...new Map(pythons.map((python) => [python.series, python])).values()];
}
