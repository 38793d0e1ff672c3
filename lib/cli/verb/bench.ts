/** `leakloop bench`: the simulator's speed and memory, beside a real CPython in the same run. */

import { parseArgs } from "node:util";
import { benchLeakLoop, simulateLeakLoop } from "../../bench/leak-loop-bench";
import { profiles } from "../../sim/profile";
import type { Verb } from "../main";
import { numberAboveZero, wholeNumber } from "../number-option";

const MIB = 1024 * 1024;

/** Compare speeds. */
export const verb: Verb = {
  summary: "time the simulator beside a real CPython, in one run",
  help: `
leakloop bench [--python 3.11] [--iterations N] [--turns N] [--gate RATIO] [--memory N [--memory-limit MIB]]

Runs the leak loop on the simulator (exact counts, bytes and collections on) and on a real CPython, turn by turn, and
prints user CPU time per iteration, iterations per second, and the ratio.

  --python      the real CPython (default 3.11)
  --iterations  of each turn (default 2000000)
  --turns       how often (default 5); the medians count
  --gate        exit with 1 when the simulator of the same version line is not this many times as fast
  --memory      then run the simulator for N iterations and print its resident memory on the way and at the end
  --memory-limit  exit with 1 when that is more than so many MiB

Example: npm run bench -- --memory 10000000`,

  async run(argv) {
    const { values } = parseArgs({
      args: [...argv],
      options: {
        python: { type: "string", default: "3.11" },
        iterations: { type: "string", default: "2000000" },
        turns: { type: "string", default: "5" },
        gate: { type: "string" },
        memory: { type: "string" },
        "memory-limit": { type: "string" },
      },
    });
    const gate = values.gate === undefined ? 0 : numberAboveZero("--gate", values.gate, 4.5);
    const report = benchLeakLoop(
      profiles.map((profile) => profile.version),
      values.python,
      wholeNumber("--iterations", values.iterations, 2_000_000),
      wholeNumber("--turns", values.turns, 5),
    );
    print(
      `leak loop, collector on, ${report.iterations.toLocaleString("en-US")} iterations, median of ${report.turns}`,
    );
    for (const row of report.rows) {
      print(`  CPython ${report.python} (measured)   ${speed(row.realNs)}`);
      print(
        `  profile ${row.profile} (simulated)   ${speed(row.simulatedNs)}   ${row.ratio.toFixed(2)} x as fast`,
      );
    }
    const gated = report.rows.find((row) => report.python.startsWith(`${row.profile}.`)) ?? report.rows[0];
    const fastEnough = gated === undefined || gated.ratio >= gate;
    if (!fastEnough)
      print(`The gate is ${gate} x for profile ${gated.profile}; found ${gated.ratio.toFixed(2)} x.`);
    if (values.memory === undefined) return fastEnough ? 0 : 1;
    const limitMib =
      values["memory-limit"] === undefined
        ? Infinity
        : numberAboveZero("--memory-limit", values["memory-limit"], 300);
    return printMemory(wholeNumber("--memory", values.memory, 10_000_000), limitMib) && fastEnough ? 0 : 1;
  },
};

/** @returns whether the simulator's resident memory stayed within the limit. */
function printMemory(iterations: number, limitMib: number): boolean {
  const { residentBytes, usedBytes, nsPerIteration } = simulateLeakLoop("3.13", iterations);
  const [early, end] = residentBytes.map((bytes) => bytes / MIB) as [number, number];
  print(`${iterations.toLocaleString("en-US")} iterations on profile 3.13: ${speed(nsPerIteration)}`);
  print(
    `  resident memory of the simulator: ${early.toFixed(1)} MiB after a tenth, ${end.toFixed(1)} MiB at the end; ` +
      `the simulated program uses ${Math.round(usedBytes / 1024)} KiB`,
  );
  if (end <= limitMib) return true;
  print(`The limit is ${limitMib} MiB.`);
  return false;
}

function speed(ns: number): string {
  const perSecond = Math.round(1e9 / ns)
    .toLocaleString("en-US")
    .padStart(11);
  return `${ns.toFixed(0).padStart(5)} ns an iteration ${perSecond} iterations/s`;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
