/** What a benchmark must reach, and the sentences that say where it did not. */

import type { BenchPair } from "./bench-pair";
import type { LeakMemoryReport } from "./leak-memory-bench";
import type { ObjectGraphReport } from "./object-graph-bench";
import type { Comparison } from "./turns";

/** The gates that were asked for. */
export interface Gates {
  /** The leak loop is at least this many times as fast as in the real CPython. */
  readonly leakLoop?: number | undefined;
  /** A full collection of living objects takes at most this many times as long, whatever the graph. */
  readonly collection?: number | undefined;
  /** An object of the leak loop takes at most so many bytes, and fewer than in the real CPython. */
  readonly objectBytes?: number | undefined;
}

/** What was measured for one pair. */
export interface PairReport {
  readonly pair: BenchPair;
  readonly leakLoop: Comparison;
  /** The same with memory modelled block by block. */
  readonly withBlocks: Comparison;
  /** The same as Python text. */
  readonly asPython: Comparison;
  readonly graphs: readonly ObjectGraphReport[];
  readonly memory: LeakMemoryReport;
}

/** One sentence for each gate missed, and for each count that differs from the real CPython's; none when all is well. */
export function missedGates(report: PairReport, gates: Gates): readonly string[] {
  const missed = [
    ...missedLeakLoop(report, gates),
    ...missedCollection(report, gates),
    ...missedMemory(report, gates),
  ];
  const { profile, python } = report.pair;
  return missed.map((sentence) => `Profile ${profile} beside CPython ${python.version}: ${sentence}`);
}

function missedLeakLoop({ leakLoop: { ratio } }: PairReport, { leakLoop: gate = 0 }: Gates): string[] {
  return ratio >= gate
    ? []
    : [`the leak loop must be ${gate} x as fast as the real one; found ${ratio.toFixed(2)} x.`];
}

function missedCollection({ graphs }: PairReport, { collection: gate = Infinity }: Gates): string[] {
  return graphs.flatMap(({ kind, collect, found }) => [
    ...(1 / collect.ratio <= gate
      ? []
      : [
          `a full collection (${kind}) may take ${gate} x the real time; found ${(1 / collect.ratio).toFixed(2)} x.`,
        ]),
    ...(found.simulated === found.real
      ? []
      : [`the collection of ${kind} found ${found.simulated} objects; the real one found ${found.real}.`]),
  ]);
}

function missedMemory({ memory }: PairReport, { objectBytes: gate }: Gates): string[] {
  const { residentBytes, realBytes } = memory;
  if (gate === undefined || (residentBytes <= gate && residentBytes < realBytes)) return [];
  return [
    `an object may take ${gate} bytes, and less than the real ${realBytes.toFixed(1)}; found ${residentBytes.toFixed(1)}.`,
  ];
}
