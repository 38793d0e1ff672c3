/** The state of a simulated heap: its memory, and what is kept beside it. No behaviour. */

import type { Footprint } from "../alloc/footprint";
import type { HeapEvent } from "../event";
import type { Profile } from "../profile/profile";
import type { ClassRecord } from "./class-record";
import { Field, GcRefs, Layout, Place, State } from "./memory-map";
import { LARGEST_SMALL_INT, SMALLEST_SMALL_INT, Static, smallInt, staticObjects } from "./static-object";

/** Called by the collector as `gc.callbacks` are: before and after each collection. */
export type OnCollection = (phase: "start" | "stop", generation: number, collected: number) => void;

/** What a dict compares: the value of an int or str, the identity of anything else. */
export type DictKey = string;

/** Immortality as the counts show it: below zero, so that one comparison tells (3.12+). */
export const IMMORTAL = -1;

/** What static objects start with where they are counted: `_PyObject_IMMORTAL_REFCNT` of 3.11. */
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
  /** Every footprint that an object ever had, how many live objects have it, and its number by its sizes. 0 is none. */
  readonly footprints: Footprint[] = [{ blockBytes: 0, storageBytes: 0, shareBytes: 0 }];
  footprintCounts: Int32Array = new Int32Array(64);
  readonly footprintNumbers: Map<number, number> = new Map([[0, 0]]);
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
      // An instance of a built-in type holds no reference to it, so its count tells nothing in any version.
      memory[o + Field.REFCNT] = immortal || type === Static.TYPE_TYPE ? IMMORTAL : STATIC_REFCNT;
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
