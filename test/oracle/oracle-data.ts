/** What each oracle script prints: its docstring says what the numbers mean. */

import type { CountTimeline } from "../../lib/sim/count-timeline";

/** A program as text and what happened when it ran after the prelude. */
interface Case {
  readonly name: string;
  readonly program: string;
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

/** The scripts by name, each with the shape of its data. */
export interface OracleData {
  readonly automatic_collections: {
    readonly thresholds: readonly [number, number, number];
    readonly leakLoop: AutomaticRun;
    readonly appends: AutomaticRun;
  };
  readonly collect_order: DeathOrder;
  readonly counts_after_statements: CountTimeline;
  readonly cycles: {
    readonly prelude: string;
    readonly cases: readonly (Case & { readonly collected: number; readonly survivors: readonly string[] })[];
  };
  readonly dealloc_order: DeathOrder;
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
}
