/** CPython 3.8: the first profile. Everything is counted, attributes live in a dict, and the collector runs inside the allocation. */

import type { Profile } from "./profile";

export const py38: Profile = {
  version: "3.8",
  measuredOn: "3.8.18",
  objects: {
    immortal: false,
    immortalRefcnt: null,
    internedImmortal: false,
    // GC head 16 + refcnt, type, dict, weaklist 32. Source: `subtype_dealloc`, `type_new`.
    instance: {
      headBytes: 48,
      slottedHeadBytes: 32,
      values: "dict",
      valuesPrefixBytes: 0,
      extraValues: 0,
      capacityShrinks: "before",
    },
    // `PyList_MAXFREELIST`, `PyDict_MAXFREELIST`, `PyMethod_MAXFREELIST`, `PyTuple_MAXFREELIST`, `PyTuple_MAXSAVESIZE`.
    freeLists: {
      lists: 80,
      dicts: 80,
      methods: 256,
      tuplesPerSize: 2000,
      tuplesKeptUpTo: 19,
      tuplesTakenUpTo: 19,
    },
    trashcanDepth: 50,
    mroBeforeDescriptors: false,
    classKeepsLine: false,
    functionHoldsBuiltins: false,
    frameHoldsGlobals: true,
    callbacksAlwaysInTuple: false,
    listRoomInFours: false,
    // `struct _dictkeysobject`: refcnt, size, lookup, usable, nentries; `PyDictKeyEntry`: hash, key, value.
    dictKeys: { headBytes: 40, strEntryBytes: 24, entryBytes: 24 },
    noneBytes: 16,
    zeroHasDigit: false,
    localsAreBorrowed: false,
    intHeadBytes: 24,
    asciiHeadBytes: 49,
    tupleHeadBytes: 40,
    listHeadBytes: 56,
    dictHeadBytes: 64,
    setBytes: 216,
    floatBytes: 24,
    bytesHeadBytes: 33,
    weakrefBytes: 72,
    functionBytes: 136,
    cellBytes: 40,
    methodBytes: 64,
    moduleBytes: 72,
    generatorBytes: 112,
    frameBytes: 464,
    tracebackBytes: 56,
    exceptionBytes: 80,
    descriptorBytes: 64,
    typeBytes: 1064,
    slottedTypeBytes: 896,
  },
  collector: {
    kind: "generational",
    thresholds: [700, 10, 10],
    runsAt: "allocation",
    untracksDicts: true,
    // `check_garbage`: one resurrected object saves all that was found with it.
    resurrectsPartly: false,
  },
  allocator: {
    poolBytes: 4 * 1024,
    poolHeaderBytes: 48,
    arenaBytes: 256 * 1024,
  },
  startup: {
    trackedObjects: 3690,
    unmarkedObjects: 0,
    noneRefcnt: 4082,
  },
};
