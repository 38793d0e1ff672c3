/** The leak loop: what each collection finds, what is left between collections, and what it all takes. */

import { expect } from "vitest";
import { type Growth, leakLoop } from "../../lib/dist";
import { recordedGrowth } from "../../lib/dist/cpython/recorded-growth";
import { LeakLoop } from "../../lib/dist/sim/leak-loop";
import { oracle, recordedOracle } from "../oracle/read-oracle";
import { argumentTuples } from "./argument-tuples";
import { behaviour } from "./behaviour";

const simulatedRuns = new Map<string, Growth>();

/** The recorded run, as the simulator does it. */
function simulated(version: string, gc: "on" | "off"): Growth {
  const key = `${version} ${gc}`;
  const { iterations, samples } = recordedGrowth(version, gc);
  // The script of the recordings calls range() with one argument and with two.
  const countsBefore = [2 + argumentTuples(version, 2), 0, 0] as const;
  const run =
    simulatedRuns.get(key) ??
    leakLoop({ iterations, profile: version, gc, samples: samples.length - 1, countsBefore });
  simulatedRuns.set(key, run);
  return run;
}

behaviour(
  {
    item: 35,
    versions: "3.8-3.13",
    compared: "real interpreter",
    claim:
      "in 60,000 iterations of the leak loop each collection comes in the same iteration, is of the same generation and finds as many objects",
  },
  (version) => {
    const { startCount, collections, countsAfter } = oracle("automatic_collections", version).data.leakLoop;
    const countsBefore = [startCount + argumentTuples(version, 1), 0, 0] as const;
    const growth = leakLoop({ iterations: 60_000, profile: version, countsBefore, samples: 1 });
    const found = growth.collections.map((mark) => [mark.iteration, mark.generation, mark.collected]);
    expect(found).toEqual(collections);
    expect(growth.countsAfter).toEqual(countsAfter);
  },
);

behaviour(
  {
    item: 35,
    versions: "3.8-3.13",
    compared: "recorded results",
    claim:
      "in 200,000 iterations each collection begins with as many tracked objects and finds as many unreachable ones",
  },
  (version) => {
    const real = recordedGrowth(version, "on");
    expect(simulated(version, "on").collections).toEqual(real.collections);
    expect(simulated(version, "on").countsAfter).toEqual(real.countsAfter);
  },
);

behaviour(
  {
    item: 35,
    versions: "3.15",
    compared: "recorded results",
    claim:
      "in 60,000 iterations of the leak loop the collections come in the same iterations, and find as many objects",
  },
  (version) => {
    for (const run of recordedOracle("leak_loop", version).data.runs) {
      const countsBefore = [run.startCount, 0, 0] as const;
      const growth = leakLoop({ iterations: run.iterations, profile: version, countsBefore, samples: 1 });
      const found = growth.collections.map(({ iteration, collected }, k) => [k + 1, iteration, collected]);
      expect(found).toEqual(run.collections);
      expect(growth.countsAfter).toEqual(run.countAfter);
    }
  },
);

behaviour(
  {
    item: 36,
    versions: "3.8-3.13",
    compared: "recorded results",
    claim: "as many objects wait for a collection at every 5,000th iteration of the leak loop",
  },
  (version) => {
    expect(tracked(simulated(version, "on"))).toEqual(tracked(recordedGrowth(version, "on")));
  },
);

behaviour(
  {
    item: 42,
    versions: "3.8-3.13",
    compared: "recorded results",
    claim:
      "with the collector off no collection runs, and every iteration of the leak loop leaves as many objects",
  },
  (version) => {
    const [ours, real] = [simulated(version, "off"), recordedGrowth(version, "off")];
    expect([ours.collections, real.collections]).toEqual([[], []]);
    expect(tracked(ours)).toEqual(tracked(real));
    expect(ours.countsAfter).toEqual(real.countsAfter);
  },
);

behaviour(
  {
    item: 16,
    versions: "3.8-3.13",
    compared: "recorded results",
    claim:
      "with the collector off the leak loop takes as much memory as the process has resident, within 1 %",
  },
  (version) => {
    const [ours, real] = [simulated(version, "off"), recordedGrowth(version, "off")];
    const end = real.samples.at(-1)!.bytes;
    for (const [k, { bytes }] of ours.samples.entries())
      expect(Math.abs(bytes - real.samples[k]!.bytes)).toBeLessThan(end / 100);
  },
);

behaviour(
  {
    item: 31,
    versions: "3.8-3.13",
    compared: "real interpreter",
    claim: "every 12th collection of the leak loop is of generation 1, and restarts both younger counters",
  },
  (version) => {
    const { collections } = oracle("automatic_collections", version).data.leakLoop;
    const numbers = collections.flatMap(([, generation], k) => (generation === 1 ? [k + 1] : []));
    expect(numbers.length).toBeGreaterThan(3);
    const loop = new LeakLoop(version);
    loop.start("on", [0, 0, 0]);
    const seen: number[][] = [];
    loop.h.onCollection = (phase, generation) => {
      if (phase === "stop") seen.push([generation, ...loop.h.memory.subarray(16, 19)]);
    };
    loop.run(60_000);
    expect(seen.flatMap(([generation], k) => (generation === 1 ? [k + 1] : []))).toEqual(numbers);
    expect(seen.slice(10, 12).map((counts) => [counts[0], ...counts.slice(2)])).toEqual([
      [0, 11, 0],
      [1, 0, 1],
    ]);
  },
);

function tracked(growth: Growth): number[][] {
  return growth.samples.map(({ iteration, trackedObjects }) => [iteration, trackedObjects]);
}
