/** Everything that is compared between a profile and the real CPython of its line. */

import type { BenchPair } from "./bench-pair";
import { heading, leakLoopLines, leakMemoryLines, objectGraphLines } from "./bench-text";
import type { PairReport } from "./gate";
import { benchLeakLoop, benchPythonLoop } from "./leak-loop-bench";
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
  /** A leak loop that is not so many times as fast is measured longer. */
  readonly leakLoopGate?: number | undefined;
}

/** Pairs of the memory comparison: so many that what the process takes besides is lost in it. */
const LEAKED_PAIRS = 2_000_000;

/** Compare. @param say - Told each line as soon as it is known. */
export function comparePair(pair: BenchPair, work: Work, say: (line: string) => void): PairReport {
  say(heading(pair));
  const { iterations, turns, leakLoopGate: gate } = work;
  const leakLoop = benchLeakLoop(pair, { iterations, turns, gate });
  leakLoopLines(leakLoop, "leak loop, an iteration").forEach(say);
  const withBlocks = benchLeakLoop(pair, { iterations, turns, blocks: true });
  leakLoopLines(withBlocks, "the same with pools and arenas").forEach(say);
  const asPython = benchPythonLoop(pair, { iterations, turns });
  leakLoopLines(asPython, "the same as Python text").forEach(say);
  const graphs = graphKinds.map((kind) => {
    const report = benchObjectGraph(pair, kind, work.objects, turns);
    objectGraphLines(report).forEach(say);
    return report;
  });
  const memory = benchLeakMemory(pair, Math.min(LEAKED_PAIRS, iterations));
  leakMemoryLines(memory).forEach(say);
  return { pair, leakLoop, withBlocks, asPython, graphs, memory };
}
