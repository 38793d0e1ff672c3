/** Many objects at once, and what becomes of them: the graphs that the collector is timed on. */

import { safePoint } from "../sim/gc/safe-point";
import type { HeapState } from "../sim/heap/heap-state";
import { decref } from "../sim/heap/refcount";
import { setSlot, slot } from "../sim/heap/slot";
import { createClass } from "../sim/objects/class";
import { createInstance, setAttribute } from "../sim/objects/instance";
import { append, createList } from "../sim/objects/list";
import { Chance } from "./chance";

/** The kinds, by the names that object_graph_time.py knows. */
export const graphKinds = ["leak-pairs", "random-graph", "empty-lists"] as const;

/**
 * Instances in pairs that refer to each other, as the leak loop makes them; lists that hold two lists each, chosen at
 * random; lists that hold nothing.
 */
export type GraphKind = (typeof graphKinds)[number];

/** Objects of one kind, all of them held by one list. */
export class ObjectGraph {
  private readonly chance = new Chance();
  private readonly held: number;

  /** Make `objects` objects, with a check of the eval breaker after each. The lists are empty at first. */
  constructor(
    private readonly h: HeapState,
    readonly kind: GraphKind,
    readonly objects: number,
  ) {
    this.held = createList(h);
    if (kind === "leak-pairs") makePairs(h, this.held, objects / 2);
    else makeLists(h, this.held, objects);
  }

  /** Give each list of a random graph its two references. */
  connect(): void {
    if (this.kind !== "random-graph") return;
    for (let i = 0; i < this.objects; i++) {
      for (let k = 0; k < 2; k++) append(this.h, this.at(i), this.at(this.chance.below(this.objects)));
    }
  }

  /** Choose as many stores as there are objects: three columns of a plan for {@link ObjectGraph.store}. */
  planStores(): StorePlan {
    const { objects } = this;
    const plan = {
      into: new Int32Array(objects),
      place: new Uint8Array(objects),
      value: new Int32Array(objects),
    };
    for (let k = 0; k < objects; k++) {
      plan.into[k] = this.at(this.chance.below(objects));
      plan.place[k] = k & 1;
      plan.value[k] = this.at(this.chance.below(objects));
    }
    return plan;
  }

  /** Replace references of a random graph by others. */
  store({ into, place, value }: StorePlan): void {
    for (let k = 0; k < into.length; k++) setSlot(this.h, into[k]!, place[k]!, value[k]!);
  }

  /** Let go of all objects at once. What is part of a cycle stays: each empty list is put into itself first. */
  drop(): void {
    if (this.kind === "empty-lists") {
      for (let i = 0; i < this.objects; i++) append(this.h, this.at(i), this.at(i));
    }
    decref(this.h, this.held);
  }

  private at(i: number): number {
    return slot(this.h, this.held, i);
  }
}

/** `into[k][place[k]] = value[k]`. */
export interface StorePlan {
  readonly into: Int32Array;
  readonly place: Uint8Array;
  readonly value: Int32Array;
}

function makeLists(h: HeapState, held: number, lists: number): void {
  for (let i = 0; i < lists; i++) {
    const list = createList(h);
    safePoint(h);
    append(h, held, list);
    decref(h, list);
  }
}

function makePairs(h: HeapState, held: number, pairs: number): void {
  const leak = createClass(h, { name: "Leak" });
  for (let i = 0; i < pairs; i++) {
    const a = createInstance(h, leak);
    safePoint(h);
    const b = createInstance(h, leak);
    safePoint(h);
    setAttribute(h, a, leak, "b", b);
    setAttribute(h, b, leak, "a", a);
    append(h, held, a);
    append(h, held, b);
    decref(h, a);
    decref(h, b);
  }
}
