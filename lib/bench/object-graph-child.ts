/** Times the life of many objects on the simulator, in a process of its own, as object_graph_time.py does on CPython. */

import { collect } from "../sim/gc/collect";
import { HeapState } from "../sim/heap/heap-state";
import { State } from "../sim/heap/memory-map";
import { profileOf } from "../sim/profile";
import { median } from "./median";
import { type GraphKind, graphKinds, ObjectGraph } from "./object-graph";

/** What the child prints, as JSON; object_graph_time.py prints the same. Times are CPU time, user and system. */
export interface ObjectGraphTime {
  /** Making an object with the collector on, and putting it into the list that holds all of them. */
  readonly buildNs: number;
  /** A full collection of the living graph, per object. */
  readonly collectNs: number;
  /** Replacing one reference by another; 0 unless the graph is random. */
  readonly storeNs: number;
  /** A full collection of the graph as trash, with all deaths, per object. */
  readonly trashNs: number;
  /** What that collection returned. */
  readonly found: number;
}

/** At most so many objects of each kind, and how often: small graphs until V8 has compiled everything, then large ones as they are timed. */
const WARM_UP: readonly (readonly [most: number, rounds: number])[] = [
  [4_000, 20],
  [60_000, 2],
];

/**
 * Time one graph.
 *
 * @param repeats - Collections of the living graph; the median counts.
 */
export function timeObjectGraph(
  profile: string,
  kind: GraphKind,
  objects: number,
  repeats: number,
): ObjectGraphTime {
  const h = new HeapState(profileOf(profile));
  const [buildNs, graph] = timed(() => new ObjectGraph(h, kind, objects));
  collect(h, 2);
  h.memory[State.ENABLED] = 0;
  graph.connect();
  const collectNs = median(Array.from({ length: repeats }, () => timed(() => collect(h, 2))[0]));
  const storeNs = kind === "random-graph" ? timeStores(graph) : 0;
  graph.drop();
  const [trashNs, found] = timed(() => collect(h, 2));
  return {
    buildNs: buildNs / objects,
    collectNs: collectNs / objects,
    storeNs: storeNs / objects,
    trashNs: trashNs / objects,
    found,
  };
}

function timeStores(graph: ObjectGraph): number {
  const plan = graph.planStores();
  return timed(() => graph.store(plan))[0];
}

/** V8 compiles what runs often, and for the kinds of objects that it has seen. */
function warmUp(profile: string, objects: number): void {
  for (const [most, rounds] of WARM_UP) {
    for (let round = 0; round < rounds; round++) {
      for (const kind of graphKinds) timeObjectGraph(profile, kind, Math.min(most, objects), 3);
    }
  }
}

function timed<Answer>(work: () => Answer): [ns: number, answer: Answer] {
  const start = process.cpuUsage();
  const answer = work();
  const { user, system } = process.cpuUsage(start);
  return [(user + system) * 1000, answer];
}

if (require.main === module) {
  const [profile = "3.13", kind = "leak-pairs", objects = "500000", repeats = "5"] = process.argv.slice(2);
  warmUp(profile, Number(objects));
  const answer = timeObjectGraph(profile, kind as GraphKind, Number(objects), Number(repeats));
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
