/** Making, collecting and changing many objects, the simulator beside a real CPython. */

import { runScript } from "../cpython/run-script";
import { dataPath } from "../data-path";
import type { BenchPair } from "./bench-pair";
import { runNodeChild, TIMEOUT_MS } from "./node-child";
import type { GraphKind } from "./object-graph";
import type { ObjectGraphTime } from "./object-graph-child";
import { type Comparison, compareTurns, takeTurns } from "./turns";

/** One graph, compared; times in nanoseconds per object. */
export interface ObjectGraphReport {
  readonly kind: GraphKind;
  readonly build: Comparison;
  readonly collect: Comparison;
  /** Only for a random graph. */
  readonly store?: Comparison;
  readonly trash: Comparison;
  /** What `gc.collect()` returned for the trash; the same number when the simulator is right. */
  readonly found: { readonly simulated: number; readonly real: number };
}

/** Collections of a living graph in one turn. */
const REPEATS = 5;

/** Compare. @param turns - How often each is run; the fastest turn counts. */
export function benchObjectGraph(
  pair: BenchPair,
  kind: GraphKind,
  objects: number,
  turns: number,
): ObjectGraphReport {
  const taken = takeTurns(
    turns,
    () => simulateObjectGraph(pair.profile, kind, objects, REPEATS),
    () => measureObjectGraph(pair, kind, objects, REPEATS),
  );
  const last = taken[taken.length - 1]!;
  return {
    kind,
    build: compareTurns(taken, ({ buildNs }) => buildNs),
    collect: compareTurns(taken, ({ collectNs }) => collectNs),
    ...(kind === "random-graph" && { store: compareTurns(taken, ({ storeNs }) => storeNs) }),
    trash: compareTurns(taken, ({ trashNs }) => trashNs),
    found: { simulated: last.simulated.found, real: last.real.found },
  };
}

/** One timed run of the simulator. */
export function simulateObjectGraph(
  profile: string,
  kind: GraphKind,
  objects: number,
  repeats: number,
): ObjectGraphTime {
  return runNodeChild("object-graph-child", [profile, kind, objects, repeats]) as ObjectGraphTime;
}

/** One timed run of the real CPython. */
export function measureObjectGraph(
  { python }: BenchPair,
  kind: GraphKind,
  objects: number,
  repeats: number,
): ObjectGraphTime {
  const script = dataPath("bench/object_graph_time.py");
  return runScript(python, script, [kind, String(objects), String(repeats)], TIMEOUT_MS) as ObjectGraphTime;
}
