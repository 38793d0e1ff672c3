/** CPython 3.11: the first profile. Everything is counted, and the collector runs inside the allocation. */

import type { Profile } from "./profile";

export const py311: Profile = {
  version: "3.11",
  measuredOn: "3.11.7",
  objects: {
    immortal: false,
    immortalRefcnt: null,
    // Pre-header (dict, values) 16 + GC head 16 + refcnt, type, weaklist 24. Source: `_PyType_PreHeaderSize`.
    instance: {
      headBytes: 56,
      values: "own block",
      valuesPrefixBytes: 2,
      extraValues: 0,
      capacityShrinks: "before",
    },
    noneBytes: 16,
    intHeadBytes: 24,
    asciiHeadBytes: 49,
    tupleHeadBytes: 40,
    listHeadBytes: 56,
    dictHeadBytes: 64,
    typeBytes: 1688,
  },
  collector: {
    thresholds: [700, 10, 10],
    runsAt: "allocation",
    untracksDicts: true,
  },
  allocator: {
    poolBytes: 16 * 1024,
    poolHeaderBytes: 48,
    arenaBytes: 1024 * 1024,
  },
  startup: {
    trackedObjects: 3992,
    noneRefcnt: 3754,
  },
};
