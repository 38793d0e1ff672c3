/** The module `gc` of one heap: the names that Python programs use, in camelCase. */

import { BadArgumentError } from "../errors";
import { referentsOf } from "../heap/check";
import type { Handles } from "../heap/handles";
import type { HeapState } from "../heap/heap-state";
import { Field, State } from "../heap/memory-map";
import type { PyObject } from "../heap/py-object";
import { collect } from "./collect";
import { generationOf } from "./generation";

/** What a collection did. */
export interface CollectReport {
  /** The generation that was collected, with all younger ones. */
  readonly generation: number;
  /** Unreachable objects found: what `gc.collect()` returns. */
  readonly collected: number;
}

/** The collector of a heap. */
export class Gc {
  constructor(
    private readonly h: HeapState,
    private readonly handles: Handles,
  ) {}

  /** `gc.collect(generation)`. @throws {BadArgumentError} For a generation other than 0, 1 or 2. */
  collect(generation = 2): CollectReport {
    if (![0, 1, 2].includes(generation)) {
      throw new BadArgumentError(`collect(${generation}): invalid generation. There are 0, 1 and 2.`);
    }
    return { generation, collected: collect(this.h, generation) };
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
    const { memory } = this.h;
    return [memory[State.COUNT0]!, memory[State.COUNT1]!, memory[State.COUNT2]!];
  }

  /** `gc.get_threshold()`. */
  getThreshold(): readonly [number, number, number] {
    const { memory } = this.h;
    return [memory[State.THRESHOLD0]!, memory[State.THRESHOLD1]!, memory[State.THRESHOLD2]!];
  }

  /** `gc.is_tracked(o)`. */
  isTracked(o: PyObject): boolean {
    return this.h.memory[this.handles.idOf(o, "isTracked") + Field.GC_NEXT] !== 0;
  }

  /** The generation that a tracked object is in; undefined when it is not tracked. */
  generation(o: PyObject): number | undefined {
    const generation = generationOf(this.h.memory, this.handles.idOf(o, "generation"));
    return generation < 0 ? undefined : generation;
  }

  /** `gc.get_referents(o)`: the objects that `o` refers to, its class last. */
  getReferents(o: PyObject): PyObject[] {
    return referentsOf(this.h, this.handles.idOf(o, "getReferents")).map((id) => this.handles.handle(id));
  }
}
