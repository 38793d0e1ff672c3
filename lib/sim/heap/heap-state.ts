/** The state of a simulated heap: its memory, and what is kept beside it. No behaviour. */

import type { HeapBlocks } from "../alloc/heap-blocks";
import type { HeapEvent } from "../event";
import { IncrementalState } from "../gc/incremental/incremental-state";
import type { OnCollectorStep } from "../gc/step";
import { setThresholds } from "../gc/threshold";
import type { ClassRecord } from "../objects/class-record";
import type { DictTable } from "../objects/dict-table";
import type { SetTable } from "../objects/set-table";
import type { SplitValues } from "../objects/split-values";
import {
  LARGEST_SMALL_INT,
  SMALLEST_SMALL_INT,
  Static,
  smallInt,
  staticObjects,
  writeStaticObject,
} from "../objects/static-object";
import type { Weakref } from "../objects/weakref-list";
import type { Profile } from "../profile/profile";
import { CallFrames } from "./call-frame";
import { FreeLists } from "./free-list";
import { Field, GcRefs, gcRefsAt, Place, State } from "./memory-map";
import { PayloadTable } from "./payload-table";
import type { Shape } from "./shape";
import { Trashcan } from "./trashcan";

/** Told before and after each collection. Makes no object, unlike `gc.callbacks`. */
export type OnCollection = (phase: "start" | "stop", generation: number, collected: number) => void;

/** `gc.callbacks`: told before and after each collection, with what CPython's dict `info` holds. */
export type GcCallback = (phase: "start" | "stop", info: GcInfo) => void;

/** What a callback of the collector is told. */
export interface GcInfo {
  readonly generation: number;
  /** 0 at the start. */
  readonly collected: number;
  readonly uncollectable: number;
}

/** Code of the program that the heap calls: a finalizer with the dying object, a callback with its weak reference. */
export type ProgramCode = (object: number) => void;

/** What has happened in one generation since the start: an entry of `gc.get_stats()`. */
export interface GenerationStats {
  collections: number;
  collected: number;
  uncollectable: number;
}

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
  /** What atoms stand for: the number of an int or float, the text of a str, what is in bytes. */
  readonly payload: PayloadTable = new PayloadTable();
  /** What an interpreter keeps beside an object: the position of an iterator, the code of a code object (`Layout.NATIVE`). */
  readonly native: Map<number, unknown> = new Map();
  /** An interpreter runs the program: it counts the frames of calls and checks the eval breaker itself. */
  interpreted = false;
  /** Where the next static object of an interpreter goes. */
  staticTop: number = Static.INTERPRETER;
  /** The str objects that exist once for a text: the names of attributes and variables. */
  readonly interned: Map<string, number> = new Map();
  /** The key table of each dict and set that has one. */
  readonly dicts: Map<number, DictTable> = new Map();
  readonly sets: Map<number, SetTable> = new Map();
  /** The values of each dict with shared keys; and of each instance that has, or had, values in another way than in its slots. */
  readonly splitValues: Map<number, SplitValues> = new Map();
  /** What is known of each weak reference, and the weak references to an object in the order of CPython's list. */
  readonly weakrefs: Map<number, Weakref> = new Map();
  readonly weakrefLists: Map<number, number[]> = new Map();
  /** What suspended generators still have to run when they die. */
  readonly closers: Map<number, ProgramCode> = new Map();
  /** References that the interpreter itself holds: how many, by object. */
  readonly internal: Map<number, number> = new Map();
  /** How many objects with a handle have died in each record: tells a handle from one to the record's next object. */
  readonly deaths: Map<number, number> = new Map();
  /** Every shape that an object ever had, by the place of its words in memory. See shape.ts. */
  readonly shapes: Map<number, Shape> = new Map();
  /** The shapes of built-in types, by type and size. */
  readonly builtinShapes: Map<string, number> = new Map();
  /** Where the objects lie, when memory is modelled block by block; else only how much they take is known. */
  blocks: HeapBlocks | null = null;
  readonly freeLists: FreeLists;
  readonly trashcan: Trashcan;
  readonly callFrames: CallFrames = new CallFrames();
  /** Tracked objects that were there before the program: a number, because none of them is ever looked at. */
  startupTracked: number;
  /** The same after `gc.freeze()`. */
  startupFrozen = 0;
  /** Survivors of generation-1 collections since the last full one, and of the last full one. */
  longLivedPending = 0;
  longLivedTotal: number;
  /** The state of the incremental collector, where the version has it. */
  readonly incremental: IncrementalState;
  /** The generation that is being collected; -1 when none is. */
  collecting = -1;
  /** `gc.get_stats()`, by generation. */
  readonly stats: readonly [GenerationStats, GenerationStats, GenerationStats];
  /** The list `gc.garbage`. 0 until something is put there. */
  garbage = 0;
  /** `gc.DEBUG_SAVEALL`. */
  savesAll = false;
  readonly callbacks: GcCallback[] = [];
  /** The list `gc.callbacks` of an interpreter, and what calls those in it, with the dict `info`; 0 and null = there is none. */
  callbackList = 0;
  onCallbacks: ((phase: "start" | "stop", info: number) => void) | null = null;
  /** Told of the death of an object that has a handle, before its record can be taken again. */
  onHandledDeath: ((o: number) => void) | null = null;
  onCollection: OnCollection | null = null;
  onStep: OnCollectorStep | null = null;
  onEvent: ((event: HeapEvent) => void) | null = null;
  /** Errors of finalizers and callbacks, which stop neither a death nor a collection (`sys.unraisablehook`). */
  readonly unraisable: unknown[] = [];

  constructor(readonly profile: Profile) {
    this.freeLists = new FreeLists(profile.objects.freeLists);
    this.trashcan = new Trashcan(profile.objects.trashcanDepth);
    // Simplified: real start-up objects are thousands of modules, functions and types; here they are a number,
    // because the collector asks only how many there are (the 25 % rule).
    this.startupTracked = profile.startup.trackedObjects;
    this.longLivedTotal = this.startupTracked;
    this.incremental = new IncrementalState(profile.startup.unmarkedObjects);
    this.stats = [noStats(), noStats(), noStats()];
    this.placeGcState();
    this.placeStaticObjects();
  }

  private placeGcState(): void {
    const { memory } = this;
    const { runsAt, thresholds } = this.profile.collector;
    setThresholds(this, thresholds);
    memory[State.ENABLED] = 1;
    memory[State.PLAIN_FROM] = 1;
    memory[State.COLLECTS_IN_ALLOCATION] = runsAt === "allocation" ? 1 : 0;
    memory[State.TOP] = Static.FIRST_ALLOCATED;
    memory[gcRefsAt(memory, 0)] = GcRefs.REACHABLE;
    for (
      let head = Place.GENERATION_0;
      head <= Place.SURVIVORS;
      head += Place.GENERATION_1 - Place.GENERATION_0
    ) {
      memory[head + Field.GC_NEXT] = memory[head + Field.GC_PREV] = head;
    }
  }

  private placeStaticObjects(): void {
    const { memory } = this;
    const { immortal } = this.profile.objects;
    for (const [o, type] of staticObjects()) {
      writeStaticObject(memory, o, type);
    }
    if (!immortal) memory[Static.NONE + Field.REFCNT] = this.profile.startup.noneRefcnt;
    this.payload.set(Static.TRUE, 1);
    this.payload.set(Static.FALSE, 0);
    for (let value = SMALLEST_SMALL_INT; value <= LARGEST_SMALL_INT; value++) {
      this.payload.set(smallInt(value), value);
    }
  }
}

/** Double the memory. Whoever holds it must read it again. */
export function grow(h: HeapState): void {
  const { memory } = h;
  const larger = new Int32Array(memory.length * 2);
  const top = memory[State.TOP]!;
  larger.set(memory.subarray(0, top));
  larger.set(memory.subarray(gcRefsAt(memory, top)), gcRefsAt(larger, top));
  h.memory = larger;
}

function noStats(): GenerationStats {
  return { collections: 0, collected: 0, uncollectable: 0 };
}
