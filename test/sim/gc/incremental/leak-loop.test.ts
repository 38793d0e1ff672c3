import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect } from "vitest";
import { State } from "../../../../lib/sim/heap/memory-map";
import { behaviour } from "../../../behaviour/behaviour";
import { type Beginning, leakLoopBeside, type Trigger } from "./leak-loop-beside";

interface MeasuredRun extends Beginning {
  readonly iterations: number;
}

interface LoopRun extends MeasuredRun {
  readonly triggers: number;
  readonly collections: readonly (readonly [trigger: number, iteration: number, collected: number])[];
  readonly stats: readonly (readonly [collections: number, collected: number])[];
  readonly countAfter: readonly number[];
}

interface StateRun extends MeasuredRun {
  readonly rows: readonly (readonly number[])[];
}

/** What test/oracle/record-pyodide.mjs has written down of CPython 3.14.2. */
function recorded(script: string): unknown {
  const file = new URL(`../../../oracle/recorded/${script}-3.14.json`, import.meta.url);
  return JSON.parse(readFileSync(fileURLToPath(file), "utf8")).data;
}

/** Those that found something, as the oracle writes them. */
function collections(triggers: readonly Trigger[]): number[][] {
  return triggers.flatMap(({ iteration, collected }, k) =>
    collected > 0 ? [[k + 1, iteration, collected]] : [],
  );
}

behaviour(
  {
    item: 44,
    versions: "3.14.0-3.14.4",
    compared: "recorded results",
    claim: "in the leak loop the same triggers collect, at the same iterations, the same number of objects",
  },
  () => {
    for (const run of (recorded("leak_loop") as { runs: LoopRun[] }).runs) {
      const { h, triggers } = leakLoopBeside(run, run.iterations);
      expect(collections(triggers)).toEqual(run.collections);
      expect(triggers).toHaveLength(run.triggers);
      // gc.get_stats() counts the increments, and the count at the end is the same.
      const [increments, collected] = run.stats[1]!;
      expect(h.stats[1]).toEqual({ collections: increments, collected, uncollectable: 0 });
      expect(triggers.length).toBeGreaterThan(increments);
      expect(h.memory[State.COUNT0]).toBe(run.countAfter[0]);
    }
  },
);

behaviour(
  {
    item: 44,
    versions: "3.14.0-3.14.4",
    compared: "recorded results",
    claim: "work to do, heap size and phase are the same before and after each trigger",
  },
  () => {
    for (const run of (recorded("collector_state") as { runs: StateRun[] }).runs) {
      const rows = leakLoopBeside(run, run.iterations).triggers.map((t) => [
        t.iteration,
        t.youngCount,
        t.heapSize,
        t.workBefore,
        t.workAfter,
        t.phaseAfter === "mark" ? 0 : 1,
        t.collected,
      ]);
      expect(rows).toEqual(run.rows.map((row) => row.filter((_, column) => column !== 6)));
    }
  },
);

behaviour(
  {
    item: 44,
    versions: "3.14.0-3.14.4",
    compared: "recorded results",
    claim:
      "beside 20,295, 70,297 and 220,297 live objects the 17th, 44th and 87th trigger is the first to collect",
  },
  () => {
    const first = (extra: number, live: number) =>
      collections(leakLoopBeside({ extra, live, startCount: 1 }, 90_000).triggers)[0]?.[0];
    expect([first(0, 20_295), first(50_000, 70_297), first(200_000, 220_297)]).toEqual([17, 44, 87]);
  },
);

behaviour(
  {
    item: 44,
    versions: "3.14.0-3.14.4",
    compared: "recorded results",
    claim: "60,000 iterations from a count of 1: 59 triggers find 108,044 objects, four times",
  },
  () => {
    const { triggers } = leakLoopBeside({ extra: 0, live: 20_295, startCount: 1 }, 60_000);
    const iterations = triggers.map(({ iteration }) => iteration);
    expect(iterations.slice(0, 6)).toEqual([999, 2000, 3000, 4001, 5001, 6002]);
    expect(triggers).toHaveLength(59);
    const found = collections(triggers).map(([, , collected]) => collected ?? 0);
    expect(found).toEqual([34_012, 28_012, 24_010, 22_010]);
  },
);

behaviour(
  {
    item: 36,
    versions: "3.14.0-3.14.4",
    compared: "recorded results",
    claim: "garbage piles up to about 1.7 times the live heap before the first of it is freed",
  },
  () => {
    const live = 20_295;
    const { triggers } = leakLoopBeside({ extra: 0, live, startCount: 1 }, 60_000);
    const most = Math.max(...triggers.map(({ heapSize }) => heapSize - live));
    expect(most / live).toBeCloseTo(1.7, 1);
  },
);
