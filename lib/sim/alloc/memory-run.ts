/** What two programs did to the memory of their process, as plain data: the shape shared by simulated and measured runs. */

interface Run {
  readonly source: "simulated" | "measured";
  /** The profile ("3.13") of a simulation, the full version ("3.13.0") of a measurement. */
  readonly python: string;
}

/** The leak loop with the collector off: memory that only grows, in pages of 4 KiB and in arenas. */
export interface LeakMemory extends Run {
  readonly iterations: number;
  readonly arenaBytes: number;
  /** Mapped and not in use when the loop began. */
  readonly roomBytes: number;
  /** The iterations that mapped an arena, in rising order. */
  readonly arenaSteps: readonly number[];
  /** In rising order of iteration; the first is iteration 0, the last the end of the run. Bytes above the begin. */
  readonly samples: readonly { readonly iteration: number; readonly residentBytes: number }[];
  /** A stretch in which each page was seen. */
  readonly zoom: {
    readonly fromIteration: number;
    readonly toIteration: number;
    /** The iterations that made pages resident, once for each page. */
    readonly pageSteps: readonly number[];
  };
}

/** What a process holds, above its begin. */
export interface HeldMemory {
  readonly arenas: number;
  readonly mappedBytes: number;
  readonly residentBytes: number;
}

/** Many objects of one size, of which all but some are freed. */
export interface SurvivorMemory extends Run {
  /** Which are kept, for example "every 1000th". */
  readonly kept: string;
  readonly objects: number;
  readonly keptObjects: number;
  /** While all objects were alive. */
  readonly all: HeldMemory;
  /** With the kept ones alone. */
  readonly survivors: HeldMemory;
}

/** What was simulated, or measured, for one CPython version line. */
export interface AllocatorRuns {
  readonly leak: LeakMemory;
  readonly survivors: readonly SurvivorMemory[];
}
