/** What pymalloc does with the leak loop and with survivors, simulated and recorded, as the allocator chart draws it. */

import type { AllocatorRuns } from "../../lib/sim/alloc/memory-run";
import type { AllocatorLeak, AllocatorSurvivors } from "../oracle/oracle-data";
import { kept, leak, rules, survivors } from "../oracle/pymalloc-model";
import { recordedOracle } from "../oracle/read-oracle";

/** The same programs, simulated and recorded on a real CPython. */
export function allocatorRuns(series: string): [simulated: AllocatorRuns, measured: AllocatorRuns] {
  const { data, version } = recordedOracle("pymalloc", series);
  const real = data.leak["64"]!;
  const keptNames = Object.keys(kept) as (keyof typeof kept)[];
  const runs = (
    python: string,
    source: "simulated" | "measured",
    one: AllocatorLeak,
    held: AllocatorSurvivors[],
  ) => ({
    leak: { source, python, ...leakMemory(one, rules[series]!.arenaBytes) },
    survivors: held.map((run, k) => ({
      source,
      python,
      kept: keptNames[k]!,
      objects: data.count,
      keptObjects: run.survivors.blocksInUse,
      all: run.all,
      survivors: run.survivors,
    })),
  });
  const model = keptNames.map((name) =>
    survivors(series, data.count, kept[name], data.survivors[name].begin.blocksFree),
  );
  return [
    runs(series, "simulated", leak(series, real, 64), model),
    runs(
      version,
      "measured",
      real,
      keptNames.map((name) => data.survivors[name]),
    ),
  ];
}

function leakMemory(
  run: AllocatorLeak,
  arenaBytes: number,
): Omit<AllocatorRuns["leak"], "source" | "python"> {
  const [fromIteration, toIteration] = run.zoom;
  return {
    iterations: run.iterations,
    arenaBytes,
    roomBytes: run.roomBytes,
    arenaSteps: run.arenaSteps,
    samples: run.residentBytes.map((residentBytes, k) => ({ iteration: k * run.every, residentBytes })),
    zoom: { fromIteration, toIteration, pageSteps: run.pageSteps },
  };
}
