/** What a growing program did to memory, as plain data: the shape shared by simulated and measured runs. */

/** A moment of the run. All values are above the state in which the loop began. */
export interface GrowthSample {
  /** Iterations finished. */
  readonly iteration: number;
  /** Objects on the collector's lists (`len(gc.get_objects())`). */
  readonly trackedObjects: number;
  /**
   * Memory in bytes. Simulated: every live block with its share of its pool. Measured: the resident set of the process.
   */
  readonly bytes: number;
  /** All objects, tracked or not. Only a simulation can tell. */
  readonly liveObjects?: number;
}

/** One run of the collector inside the loop. */
export interface CollectionMark {
  /** The iteration in which it ran, counted from 0. */
  readonly iteration: number;
  /** The generation collected: 0, 1 or 2. */
  readonly generation: number;
  /** Unreachable objects found, as `gc.collect()` would return. */
  readonly collected: number;
  /** Tracked objects above the start, just before. Absent where it was not recorded. */
  readonly trackedBefore?: number;
}

/** The growth of one run. */
export interface Growth {
  readonly source: "simulated" | "measured";
  /** The profile ("3.13") of a simulation, the full version ("3.13.0") of a measurement. */
  readonly python: string;
  /** Was the automatic collector on (`gc.enable()`) or off (`gc.disable()`)? */
  readonly gc: "on" | "off";
  readonly iterations: number;
  /** In rising order of iteration; the first is iteration 0, the last the end of the run. */
  readonly samples: readonly GrowthSample[];
  /** Every collection of the run, in order. */
  readonly collections: readonly CollectionMark[];
  /** `gc.get_count()` after the last iteration. */
  readonly countsAfter: readonly [number, number, number];
}
