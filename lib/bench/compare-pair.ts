/** Everything that is compared between a profile and the real CPython of its line. */

import type { BenchPair } from "./bench-pair";
import { heading, leakLoopLines, leakMemoryLines, objectGraphLines } from "./bench-text";
import type { PairReport } from "./gate";
import { benchLeakLoop } from "./leak-loop-bench";
import { benchLeakMemory } from "./leak-memory-bench";
import { graphKinds } from "./object-graph";
import { benchObjectGraph } from "./object-graph-bench";

/** How much of everything. */
export interface Work {
  /** Of the leak loop, in each turn. */
  readonly iterations: number;
  /** In each graph. */
  readonly objects: number;
  readonly turns: number;
}

/** Pairs of the memory comparison: so many that what the process takes besides is lost in it. */
const LEAKED_PAIRS = 2_000_000;

/** Compare. @param say - Told each line as soon as it is known. */
export function comparePair(pair: BenchPair, work: Work, say: (line: string) => void): PairReport {
  say(heading(pair));
  const leakLoop = benchLeakLoop(pair, work.iterations, work.turns);
  leakLoopLines(leakLoop, "leak loop, an iteration").forEach(say);
  const withBlocks = benchLeakLoop(pair, work.iterations, work.turns, true);
  leakLoopLines(withBlocks, "the same with pools and arenas").forEach(say);
  const graphs = graphKinds.map((kind) => {
    const report = benchObjectGraph(pair, kind, work.objects, work.turns);
    objectGraphLines(report).forEach(say);
    return report;
  });
  const memory = benchLeakMemory(pair, Math.min(LEAKED_PAIRS, work.iterations));
  leakMemoryLines(memory).forEach(say);
  return { pair, leakLoop, withBlocks, graphs, memory };
}
