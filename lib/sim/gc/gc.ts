/** The module `gc` of one heap: the names that Python programs use, in camelCase. */

import { BadArgumentError } from "../errors";
import { requireListener } from "../heap/argument";
import { clear } from "../heap/clear";
import type { Handles } from "../heap/handles";
import type { GcCallback, GenerationStats, HeapState } from "../heap/heap-state";
import { Field, Layout, State } from "../heap/memory-map";
import type { PyObject } from "../heap/py-object";
import { referentsOf } from "../heap/referents";
import { collectOnRequest } from "./collect-on-request";
import { countsOf } from "./counts";
import { freeze, frozen, unfreeze } from "./freeze";
import { garbageList } from "./garbage";
import { generationOf, PERMANENT_GENERATION } from "./generation";
import { objectsOf, referrersOf } from "./objects";
import type { OnCollectorStep } from "./step";
import { setThresholds } from "./threshold";

/** What a collection did. */
export interface CollectReport {
  /** The generation that was collected, with all younger ones. */
  readonly generation: number;
  /** Unreachable objects found: what `gc.collect()` returns. */
  readonly collected: number;
}

type Run = <Result>(operation: string, body: () => Result) => Result;

/** The collector of a heap. */
export class Gc {
  constructor(
    private readonly h: HeapState,
    private readonly handles: Handles,
    private readonly run: Run,
  ) {}

  /** `gc.collect(generation)`. @throws {BadArgumentError} For a generation other than 0, 1 or 2. */
  collect(generation = 2): CollectReport {
    requireGeneration("collect", generation);
    return this.run("collect", () => ({ generation, collected: collectOnRequest(this.h, generation) }));
  }

  /** `gc.enable()`. */
  enable(): void {
    this.h.memory[State.ENABLED] = 1;
  }

  /** `gc.disable()`: no automatic collections; {@link Gc.collect} still works. */
  disable(): void {
    this.h.memory[State.ENABLED] = 0;
  }

  /** `gc.isenabled()`. */
  isEnabled(): boolean {
    return this.h.memory[State.ENABLED] !== 0;
  }

  /** `gc.get_count()`: allocations minus deallocations of containers, collections of generation 0, of generation 1. */
  getCount(): readonly [number, number, number] {
    return countsOf(this.h);
  }

  /** `gc.get_threshold()`. */
  getThreshold(): readonly [number, number, number] {
    const { memory } = this.h;
    return [memory[State.THRESHOLD0]!, memory[State.THRESHOLD1]!, memory[State.THRESHOLD2]!];
  }

  /** `gc.set_threshold(...)`: those that are left out stay. A first threshold of 0 switches automatic collection off. */
  setThreshold(...thresholds: readonly number[]): void {
    if (thresholds.length < 1 || thresholds.length > 3 || !thresholds.every(isThreshold)) {
      throw new BadArgumentError(
        `setThreshold(${thresholds.map(String).join(", ")}): it takes one to three whole numbers from 0 to 2147483647.`,
      );
    }
    setThresholds(this.h, thresholds);
  }

  /** `gc.freeze()`: hide every tracked object from the collector. */
  freeze(): void {
    freeze(this.h);
  }

  /** `gc.unfreeze()`: what is hidden goes to the oldest generation. */
  unfreeze(): void {
    unfreeze(this.h);
  }

  /** `gc.get_freeze_count()`, start-up objects included. */
  getFreezeCount(): number {
    return frozen(this.h);
  }

  /** `gc.callbacks`: functions that are called before and after each collection. Add your own. */
  get callbacks(): GcCallback[] {
    return this.h.callbacks;
  }

  /** `gc.set_debug(...)`. @param flags - `saveAll`: keep garbage in {@link Gc.garbage} instead of freeing it. */
  setDebug(flags: { readonly saveAll: boolean }): void {
    if (typeof flags?.saveAll !== "boolean") {
      throw new BadArgumentError("setDebug: it takes { saveAll: true } or { saveAll: false }.");
    }
    this.h.savesAll = flags.saveAll;
  }

  /** `gc.garbage`, without taking references. Clear it with {@link Gc.clearGarbage}. */
  get garbage(): readonly PyObject[] {
    if (this.h.garbage === 0) return [];
    return referentsOf(this.h, garbageList(this.h))
      .reverse()
      .map((id) => this.handles.handle(id));
  }

  /** `gc.garbage.clear()`. */
  clearGarbage(): void {
    this.run("clearGarbage", () => clear(this.h, garbageList(this.h)));
  }

  /** `gc.get_stats()`: since the start, by generation. */
  getStats(): readonly GenerationStats[] {
    return this.h.stats.map((stats) => ({ ...stats }));
  }

  /** `gc.get_objects(generation)`, without taking references. Start-up objects are not among them. */
  getObjects(generation?: number): PyObject[] {
    if (generation !== undefined) requireGeneration("getObjects", generation);
    return objectsOf(this.h, generation).map((id) => this.handles.handle(id));
  }

  /** `gc.get_referrers(...objects)`: the tracked objects that refer to any of them, without taking references. */
  getReferrers(...objects: readonly PyObject[]): PyObject[] {
    const ids = this.handles.idsOf(objects, "getReferrers");
    return referrersOf(this.h, ids).map((id) => this.handles.handle(id));
  }

  /** `gc.get_referents(o)`: the objects that `o` refers to, in the order of its `tp_traverse`. */
  getReferents(o: PyObject): PyObject[] {
    return referentsOf(this.h, this.handles.idOf(o, "getReferents")).map((id) => this.handles.handle(id));
  }

  /** `gc.is_tracked(o)`. */
  isTracked(o: PyObject): boolean {
    return this.h.memory[this.handles.idOf(o, "isTracked") + Field.GC_NEXT] !== 0;
  }

  /** `gc.is_finalized(o)`: has its finalizer run? */
  isFinalized(o: PyObject): boolean {
    return (this.h.memory[this.handles.idOf(o, "isFinalized") + Field.LAYOUT]! & Layout.FINALIZED) !== 0;
  }

  /** The generation that a tracked object is in; undefined when it is not tracked, or frozen. */
  generation(o: PyObject): number | undefined {
    const generation = generationOf(this.h.memory, this.handles.idOf(o, "generation"));
    return generation < 0 || generation === PERMANENT_GENERATION ? undefined : generation;
  }

  /** Be told how things stand after each step of each collection; null to be told no more. Costs nothing then. */
  record(onStep: OnCollectorStep | null): void {
    requireListener("record", onStep);
    this.h.onStep = onStep;
  }
}

function requireGeneration(operation: string, generation: number): void {
  if ([0, 1, 2].includes(generation)) return;
  throw new BadArgumentError(
    `${operation}(${String(generation)}): invalid generation. There are 0, 1 and 2.`,
  );
}

function isThreshold(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= 0x7fffffff;
}
