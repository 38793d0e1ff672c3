/**
 * CPython 3.14.0 to 3.14.4: what changed since 3.13. From 3.14.5 on the collector is that of 3.13 again.
 *
 * - The collector is incremental: a young list and two old spaces; the third threshold has no meaning (gh-108362).
 * - It counts tracked objects instead of allocations (3.14.1, gh-139951, PR 140262), so that free lists do not matter to it.
 * - Dicts are always tracked; a tuple of atoms is not tracked when it is made.
 * - An argument that is a local variable is borrowed (gh-130704); the locals of a call are released last to first.
 * - A tuple keeps its hash, a function its `__annotate__`; immortal objects have another count.
 *
 * Measured on a 32-bit build, as WebAssembly: rules and counts are those of the run, sizes are those of 3.13.0 with one
 * 64-bit word for each 32-bit word that was added.
 */

import type { Profile } from "./profile";
import { py313 } from "./py313";

export const py314: Profile = {
  ...py313,
  version: "3.14",
  measuredOn: "3.14.2",
  objects: {
    ...py313.objects,
    // `_Py_STATIC_IMMORTAL_INITIAL_REFCNT`: 3 << 30 where a word has 64 bits. Source: `Include/refcount.h`.
    immortalRefcnt: 3_221_225_472,
    // Kept and reused objects move the count as all others do; so none need be kept.
    freeLists: {
      lists: 0,
      dicts: 0,
      methods: 0,
      tuplesPerSize: 0,
      tuplesKeptUpTo: 0,
      tuplesTakenUpTo: 0,
    },
    localsAreBorrowed: true,
    tupleHeadBytes: 48,
    functionBytes: 168,
    frameBytes: 256,
    typeBytes: 1720,
    slottedTypeBytes: 952,
  },
  collector: {
    ...py313.collector,
    kind: "incremental",
    thresholds: [2000, 10, 0],
    untracksDicts: false,
    tracksAtomTuples: false,
    countsTracked: true,
  },
  // Measured: test/oracle/pyodide/startup_marking.py. A native interpreter has fewer objects at the start: 3.13.0 has
  // 4259. With L of them and of the program's own, nothing is collected until about 2 L more are made.
  startup: {
    trackedObjects: 20_666,
    unmarkedObjects: 984,
    noneRefcnt: 0,
  },
};
