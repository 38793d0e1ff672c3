/**
 * CPython 3.12: what changed since 3.11.
 *
 * - `None`, small ints, interned strings and static types are immortal (PEP 683).
 * - An allocation over the threshold only schedules a collection; it runs at the next check of the eval breaker, which
 *   for `C()` is the end of the call (gh-97922).
 * - The pre-header holds the weak reference list; a str is 8 bytes smaller.
 */

import type { Profile } from "./profile";
import { py311 } from "./py311";

export const py312: Profile = {
  ...py311,
  version: "3.12",
  measuredOn: "3.12.1",
  objects: {
    ...py311.objects,
    generatorHoldsCode: false,
    immortal: true,
    immortalRefcnt: 0xffffffff,
    internedImmortal: true,
    rangeIteratorBytes: 40,
    instance: { ...py311.objects.instance, headBytes: 48 },
    asciiHeadBytes: 41,
    wideHeadBytes: 56,
    functionBytes: 160,
    typeBytes: 1704,
    slottedTypeBytes: 936,
    staticTypeBytes: 432,
  },
  collector: {
    ...py311.collector,
    runsAt: "eval breaker",
  },
  evaluation: {
    ...py311.evaluation,
    compiler: { ...py311.evaluation.compiler, inlinesComprehensions: true },
    calls: { ...py311.evaluation.calls, calleeOwnsUnpacked: true, closesUnstarted: false },
    builtins: { ...py311.evaluation.builtins, sumCompensates: true },
    containers: { ...py311.evaluation.containers, slicesAreHashable: true },
    // `_PyObject_HASH_NONE` (bpo-99540).
    atoms: { ...py311.evaluation.atoms, noneHash: 0xfca86420 },
    texts: {
      ...py311.evaluation.texts,
      maxOfEmpty: "max() iterable argument is empty",
      minOfEmpty: "min() iterable argument is empty",
      badIterCallable: "iter(object, sentinel): object must be callable",
    },
  },
  startup: {
    trackedObjects: 4215,
    unmarkedObjects: 0,
    noneRefcnt: 0,
  },
};
