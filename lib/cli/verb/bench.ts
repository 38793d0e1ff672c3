/** `leakloop bench`: the simulator's speed and memory, beside real CPythons in the same run. */

import { closeSync, openSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { BadInputError } from "../../bad-input";
import { type BenchPair, choosePairs } from "../../bench/bench-pair";
import { comparePair } from "../../bench/compare-pair";
import { type Gates, missedGates } from "../../bench/gate";
import { simulateLeakLoop } from "../../bench/leak-loop-bench";
import { benchScale, decades } from "../../bench/scale-bench";
import { scaleChart } from "../../charts/scale-chart";
import { fileFault } from "../../file-fault";
import { renderSvg } from "../../notebook/render-svg";
import type { Verb } from "../main";
import { numberAboveZero, wholeNumber } from "../number-option";

const MIB = 1024 * 1024;

/** Compare speeds. */
export const verb: Verb = {
  summary: "time the simulator beside real CPythons, in one run",
  help: `
leakloop bench [--python VERSION]... [--iterations N] [--objects N] [--turns N]
               [--gate RATIO] [--gate-collection RATIO] [--gate-object-bytes BYTES]
               [--memory N [--memory-limit MIB]] [--report FILE.svg [--largest N] [--longest N]]

Runs the same work on the simulator (exact counts, bytes and collections on) and on real CPythons, turn by turn: the leak
loop; the life of many objects in three graphs (make them with the collector on, collect them alive, change them, collect
them as trash); the memory of leaked objects. Prints CPU times (the fastest turn of each side), memory, and how many times as fast or
as small the simulator is.

  --python      a real CPython to compare with its profile; may be given again (default: 3.11 and 3.13, where found)
  --iterations  of the leak loop in each turn (default 2000000)
  --objects     in each graph (default 500000)
  --turns       how often (default 5); up to three times as often while --gate is missed
  --gate        exit with 1 when the leak loop is not this many times as fast as the real one
  --gate-collection    exit with 1 when a full collection of living objects takes more than so many times the real time
  --gate-object-bytes  exit with 1 when a leaked object takes more bytes than this, or more than a real one
  --memory      then run the leak loop for N iterations and print the simulator's resident memory on the way and at the end
  --memory-limit  exit with 1 when that is more than so many MiB
  --report      then measure heaps of 100000 objects, 1000000 and so on, and draw how time and memory grow with them
  --largest     objects of the largest heap of the report (default 10000000)
  --longest     iterations of the longest leak loop of the report (default 10000000; 100000000 takes some 10 s more)

Example: npm run bench -- --turns 3 --report scale.svg`,

  async run(argv) {
    const { values } = parseArgs({ args: [...argv], options });
    const gates: Gates = {
      leakLoop: optional("--gate", values.gate, 4.5),
      collection: optional("--gate-collection", values["gate-collection"], 1),
      objectBytes: optional("--gate-object-bytes", values["gate-object-bytes"], 64),
    };
    const work = {
      iterations: wholeNumber("--iterations", values.iterations, 2_000_000),
      objects: wholeNumber("--objects", values.objects, 500_000),
      turns: wholeNumber("--turns", values.turns, 5),
      leakLoopGate: gates.leakLoop,
    };
    const limitMib = optional("--memory-limit", values["memory-limit"], 300) ?? Infinity;
    const largest = wholeNumber("--largest", values.largest, 10_000_000);
    const longest = wholeNumber("--longest", values.longest, 10_000_000);
    const pairs = choosePairs(values.python);
    if (values.report !== undefined) requireWritable(values.report);
    const missed = pairs.flatMap((pair) => missedGates(comparePair(pair, work, print), gates));
    if (values.memory !== undefined)
      missed.push(...loopMemory(wholeNumber("--memory", values.memory, 10_000_000), limitMib));
    if (values.report !== undefined) drawScale(pairs[pairs.length - 1]!, largest, longest, values.report);
    for (const sentence of missed) print(sentence);
    return missed.length === 0 ? 0 : 1;
  },
};

const options = {
  python: { type: "string", multiple: true, default: [] as string[] },
  iterations: { type: "string", default: "2000000" },
  objects: { type: "string", default: "500000" },
  turns: { type: "string", default: "5" },
  gate: { type: "string" },
  "gate-collection": { type: "string" },
  "gate-object-bytes": { type: "string" },
  memory: { type: "string" },
  "memory-limit": { type: "string" },
  report: { type: "string" },
  largest: { type: "string", default: "10000000" },
  longest: { type: "string", default: "10000000" },
} as const;

/** @returns a sentence when the simulator's resident memory went over the limit. */
function loopMemory(iterations: number, limitMib: number): readonly string[] {
  const { residentBytes, usedBytes, nsPerIteration } = simulateLeakLoop("3.13", iterations);
  const [early, end] = residentBytes.map((bytes) => bytes / MIB) as [number, number];
  print(
    `${iterations.toLocaleString("en-US")} iterations on profile 3.13, ${nsPerIteration.toFixed(0)} ns each: ` +
      `resident memory of the simulator ${early.toFixed(1)} MiB after a tenth, ${end.toFixed(1)} MiB at the end; ` +
      `the simulated program uses ${Math.round(usedBytes / 1024)} KiB`,
  );
  return end <= limitMib ? [] : [`The simulator may take ${limitMib} MiB; found ${end.toFixed(1)}.`];
}

/** The report: heaps from 100,000 objects on and loops from 1,000,000 iterations on, each ten times the one before. */
function drawScale(pair: BenchPair, largest: number, longest: number, file: string): void {
  const chart = scaleChart(benchScale(pair, decades(100_000, largest), decades(1_000_000, longest)));
  print(chart.caption);
  writeFileSync(file, renderSvg(chart));
}

/** Find out before the work, not after it. */
function requireWritable(file: string): void {
  try {
    closeSync(openSync(file, "a"));
  } catch (error) {
    throw new BadInputError(`Cannot write the report to ${file}: ${fileFault(error)}.`);
  }
}

function optional(option: string, text: string | undefined, example: number): number | undefined {
  return text === undefined ? undefined : numberAboveZero(option, text, example);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
