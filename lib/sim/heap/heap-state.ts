/** The state of a simulated heap: its memory, and what is kept beside it. No behaviour. */

import type { HeapEvent } from "../event";
import type { ClassRecord } from "../objects/class-record";
import {
  LARGEST_SMALL_INT,
  SMALLEST_SMALL_INT,
  Static,
  smallInt,
  staticObjects,
} from "../objects/static-object";
import type { Profile } from "../profile/profile";
import { Field, GcRefs, Layout, Place, State } from "./memory-map";
import type { Shape } from "./shape";

/** Called by the collector as `gc.callbacks` are: before and after each collection. */
export type OnCollection = (phase: "start" | "stop", generation: number, collected: number) => void;

/** What a dict compares: the value of an int or str, the identity of anything else. */
export type DictKey = string;

/**
 * The count of a static object that no program can bring to 0 or to the end of the word. From 3.12 on these objects are
 * immortal: CPython leaves their counts alone. Here they are counted like all others, so that incref and decref need no
 * test, and the constant of the version is what is shown. Up to 3.11 they are counted, from `_PyObject_IMMORTAL_REFCNT`.
 */
const STATIC_REFCNT = 999_999_999;

const FIRST_WORDS = 1 << 16;

/**
 * A heap of one CPython version line. Functions of the other files read and write it; programs that are not about
 * speed use the class `Heap`, which checks its arguments.
 */
export class HeapState {
  /** See memory-map.ts. Replaced by a larger one when it is full: read it again after anything that allocates. */
  memory: Int32Array = new Int32Array(FIRST_WORDS);
  /** What is known of each class, by the class object. */
  readonly classes: Map<number, ClassRecord> = new Map();
  /** What atoms stand for: the number of an int, the text of a str. */
  readonly payload: Map<number, number | string> = new Map();
  /** Where each key of a dict stands: from the key's value to the index of its slot, by the dict. */
  readonly dictIndex: Map<number, Map<DictKey, number>> = new Map();
  /** How many objects with a handle have died in each record: tells a handle from one to the record's next object. */
  readonly deaths: Map<number, number> = new Map();
  /** Every shape that an object ever had, by the place of its words in memory. See shape.ts. */
  readonly shapes: Map<number, Shape> = new Map();
  /** The shapes of built-in types, by type and size. */
  readonly builtinShapes: Map<string, number> = new Map();
  /** Survivors of generation-1 collections since the last full one, and of the last full one. */
  longLivedPending = 0;
  longLivedTotal: number;
  /** `gc.get_stats()`, by generation. */
  readonly collections: [number, number, number] = [0, 0, 0];
  readonly collectedObjects: [number, number, number] = [0, 0, 0];
  onCollection: OnCollection | null = null;
  onEvent: ((event: HeapEvent) => void) | null = null;

  constructor(readonly profile: Profile) {
    // Simplified: real start-up objects are thousands of modules, functions and types; here they are a number,
    // because the collector asks only how many there are (the 25 % rule).
    this.longLivedTotal = profile.startup.trackedObjects;
    this.placeGcState();
    this.placeStaticObjects();
  }

  private placeGcState(): void {
    const { memory } = this;
    const { runsAt, thresholds } = this.profile.collector;
    memory.set(thresholds, State.THRESHOLD0);
    memory[State.ENABLED] = 1;
    memory[State.PLAIN_FROM] = 1;
    memory[State.COLLECTS_IN_ALLOCATION] = runsAt === "allocation" ? 1 : 0;
    memory[State.TOP] = Static.FIRST_ALLOCATED;
    memory[Field.GC_REFS] = GcRefs.REACHABLE;
    for (
      let head = Place.GENERATION_0;
      head <= Place.UNREACHABLE;
      head += Place.GENERATION_1 - Place.GENERATION_0
    ) {
      memory[head + Field.GC_NEXT] = memory[head + Field.GC_PREV] = head;
    }
  }

  private placeStaticObjects(): void {
    const { memory } = this;
    const { immortal } = this.profile.objects;
    for (const [o, type] of staticObjects()) {
      memory[o + Field.REFCNT] = STATIC_REFCNT;
      memory[o + Field.TYPE] = type;
      memory[o + Field.GC_REFS] = GcRefs.REACHABLE;
      memory[o + Field.LAYOUT] = Layout.ATOM;
    }
    if (!immortal) memory[Static.NONE + Field.REFCNT] = this.profile.startup.noneRefcnt;
    for (let value = SMALLEST_SMALL_INT; value <= LARGEST_SMALL_INT; value++) {
      this.payload.set(smallInt(value), value);
    }
  }
}

/** Double the memory. Whoever holds it must read it again. */
export function grow(h: HeapState): void {
  const larger = new Int32Array(h.memory.length * 2);
  larger.set(h.memory);
  h.memory = larger;
}
