/** What each oracle script prints: its docstring says what the numbers mean. */

import type { CountTimeline } from "../../lib/sim/count-timeline";

/** A program as text and what happened when it ran after the prelude. */
interface Case {
  readonly name: string;
  readonly program: string;
}

/** What a program wrote down with `see`, whatever it is. */
export type Seen = null | boolean | number | string | readonly Seen[] | { readonly [key: string]: Seen };

/** Programs that belong to `items`, numbered behaviours that a faithful simulator must reproduce. */
interface SeenByPrograms {
  readonly prelude: string;
  readonly cases: readonly (Case & { readonly items: readonly number[]; readonly seen: readonly Seen[] })[];
}

/** A part of a class is named "C", "dict", "mro", "bases", or as the class's dict names it. */
interface ClassParts {
  readonly references: number;
  readonly order: readonly string[];
  readonly held: Readonly<Record<string, readonly string[]>>;
  readonly partReferences: Readonly<Record<string, number>>;
  readonly tracked: Readonly<Record<string, readonly [isNew: boolean, after0: boolean, after2: boolean]>>;
  readonly collected: readonly [whenNew: number, survived: number];
  readonly garbage: readonly string[];
  readonly size: number;
}

interface CountedAllocations {
  readonly prelude: string;
  readonly statements: readonly {
    readonly name: string;
    readonly setup: string;
    readonly statements: readonly (readonly [code: string, change: number])[];
  }[];
  readonly sequences: readonly {
    readonly make: string;
    readonly n: number;
    readonly fromEmptyFreeLists: readonly [make: number, drop: number, makeAgain: number, dropAgain: number];
    readonly afterCollect: Readonly<Record<"0" | "1" | "2", readonly [make: number, drop: number]>>;
  }[];
  readonly resets: readonly (readonly [what: number | string, counts: readonly [number, number, number]])[];
}

interface Trashcan {
  readonly prelude: string;
  /** By the depth: the numbers that died, separated by spaces. */
  readonly deaths: readonly (Case & { readonly deaths: Readonly<Record<string, string>> })[];
  readonly levels: readonly (Case & { readonly firstDeferred: number | null })[];
  /** By the depth: what was written down. */
  readonly seen: readonly (Case & { readonly deaths: Readonly<Record<string, readonly string[]>> })[];
}

interface DeathOrder {
  readonly prelude: string;
  readonly cases: readonly (Case & { readonly deaths: readonly string[] })[];
}

interface AutomaticRun {
  readonly startCount: number;
  readonly collections: readonly (readonly [iteration: number, generation: number, collected: number])[];
  readonly countsAfter: readonly [number, number, number];
}

interface FreshProcess {
  readonly countAtStart: readonly [number, number, number];
  readonly collectionsAtStart: readonly [number, number, number];
  readonly trackedBefore: number;
  readonly collected: number;
  readonly countAfterCollect: readonly [number, number, number];
  readonly trackedAfter: number;
  readonly trackedSettled: number;
  readonly trackedByClass: number;
}

interface AllocatorReading {
  readonly pools: number;
  readonly blocksInUse: number;
  readonly blocksFree: number;
  readonly arenas: number;
  readonly unusedPools: number;
  readonly mappedBytes: number;
  readonly residentBytes: number;
}

/** What pymalloc did in the leak loop, by iteration. */
export interface AllocatorLeak {
  readonly iterations: number;
  readonly roomBytes: number;
  readonly arenaSteps: readonly number[];
  readonly zoom: readonly [from: number, to: number];
  readonly pageSteps: readonly number[];
  readonly every: number;
  readonly residentBytes: readonly number[];
}

/** What pymalloc holds before, with all, and with some of the objects. */
export interface AllocatorSurvivors {
  readonly begin: AllocatorReading;
  readonly all: AllocatorReading;
  readonly survivors: AllocatorReading;
}

/** The scripts by name, each with the shape of its data. */
export interface OracleData {
  readonly at_exit: {
    readonly prelude: string;
    readonly cases: readonly (Case & { readonly printed: readonly string[] })[];
  };
  readonly automatic_collections: {
    readonly thresholds: readonly [number, number, number];
    readonly leakLoop: AutomaticRun;
    readonly appends: AutomaticRun;
  };
  readonly classes: { readonly prelude: string; readonly cases: readonly (Case & ClassParts)[] };
  readonly collect_order: DeathOrder;
  readonly collector: SeenByPrograms;
  readonly collector_due: SeenByPrograms;
  readonly counted_allocations: CountedAllocations;
  readonly counts_after_statements: CountTimeline;
  readonly cycles: {
    readonly prelude: string;
    readonly cases: readonly (Case & { readonly collected: number; readonly survivors: readonly string[] })[];
  };
  readonly dealloc_order: DeathOrder;
  readonly dealloc_order_containers: DeathOrder;
  readonly dealloc_order_functions: DeathOrder;
  readonly finalizers: SeenByPrograms;
  readonly full_collections: {
    readonly startCount: number;
    readonly live: number;
    readonly appends: number;
    readonly lengths: readonly number[];
  };
  readonly getrefcount: SeenByPrograms;
  /** Recorded on Pyodide: see pyodide/leak_loop.py. */
  readonly leak_loop: {
    readonly runs: readonly {
      readonly startCount: number;
      readonly iterations: number;
      readonly collections: readonly (readonly [trigger: number, iteration: number, collected: number])[];
      readonly countAfter: readonly number[];
    }[];
  };
  readonly reference_counting: SeenByPrograms;
  readonly referents: {
    readonly prelude: string;
    readonly cases: readonly (Case & { readonly referents: readonly string[] })[];
  };
  readonly resurrection: SeenByPrograms;
  readonly shared_keys: {
    readonly fits: readonly (readonly [instances: number, notKept: number, kept: number])[];
    readonly holders: readonly (readonly [name: string, first: string, second: string, "dict" | "values"])[];
    readonly deaths: { readonly program: string; readonly deaths: readonly string[] };
  };
  readonly size_classes: {
    readonly classes: readonly (readonly [requestBytes: number, blockBytes: number | null])[];
    readonly reused: readonly { readonly dropped: readonly number[]; readonly reused: readonly number[] }[];
  };
  readonly pymalloc: {
    readonly walk: {
      readonly slots: readonly number[];
      readonly sizes: readonly number[];
      readonly places: readonly number[];
    };
    readonly count: number;
    readonly survivors: Readonly<Record<"every 1000th" | "first 1000" | "none", AllocatorSurvivors>>;
    /** By the number of pools in an arena. */
    readonly leak: Readonly<Record<string, AllocatorLeak>>;
  };
  readonly sizes: {
    readonly getsizeof: Readonly<Record<string, number>>;
    readonly list: readonly number[];
    readonly dict: readonly number[];
    readonly instances: readonly (readonly (readonly [whenMade: number, byAttributes: number])[])[];
    readonly leakPair: number;
  };
  readonly startup: { readonly isolated: FreshProcess; readonly plain: FreshProcess };
  readonly tracking: {
    /** Tracked when new, after `gc.collect(0)`, after `gc.collect()`, after another. */
    readonly cases: readonly (Case & { readonly tracked: readonly [boolean, boolean, boolean, boolean] })[];
  };
  readonly trashcan: Trashcan;
  readonly weakref_callbacks: SeenByPrograms;
  readonly weakrefs: SeenByPrograms;
}
