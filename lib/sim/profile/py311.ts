/**
 * CPython 3.11: what changed since 3.10.
 *
 * - The attributes of an instance are an array of values; a dict is made only when one is asked for.
 * - A dict with str keys only has smaller entries; the head of the key table is 8 bytes smaller.
 * - A frame object is made only when something keeps it; it holds its function.
 * - Exceptions go through the trashcan.
 * - Tuples of 20 are kept for reuse, and never taken (the index of the free list is off by one).
 */

import type { Profile } from "./profile";
import { py310 } from "./py310";

export const py311: Profile = {
  ...py310,
  version: "3.11",
  measuredOn: "3.11.7",
  objects: {
    ...py310.objects,
    // Pre-header (dict, values) 16 + GC head 16 + refcnt, type, weaklist 24. Source: `_PyType_PreHeaderSize`.
    instance: {
      headBytes: 56,
      slottedHeadBytes: 32,
      values: "own block",
      valuesPrefixBytes: 2,
      extraValues: 0,
      capacityShrinks: "before",
    },
    // `maybe_freelist_push` keeps lengths up to `PyTuple_NFREELISTS`, `maybe_freelist_pop` takes below it.
    freeLists: { ...py310.objects.freeLists, tuplesKeptUpTo: 20 },
    callsHaveFrames: false,
    frameHoldsGlobals: false,
    exceptionsUseTrashcan: true,
    dictKeys: { ...py310.objects.dictKeys, headBytes: 32, strEntryBytes: 16 },
    zeroHasDigit: true,
    weakrefBytes: 80,
    functionBytes: 152,
    generatorBytes: 176,
    frameBytes: 240,
    exceptionBytes: 88,
    typeBytes: 1688,
    slottedTypeBytes: 920,
  },
  evaluation: {
    ...py310.evaluation,
    compiler: { ...py310.evaluation.compiler, cellsTakeParameterSlot: true, sharesLetters: false },
    calls: { ...py310.evaluation.calls, calleeOwnsArguments: true, releasesOperands: "upwards" },
    exceptions: { ...py310.evaluation.exceptions, handlerHoldsTraceback: false },
    texts: {
      ...py310.evaluation.texts,
      unboundLocal: "cannot access local variable '{0}' where it is not associated with a value",
      unboundFree:
        "cannot access free variable '{0}' where it is not associated with a value in enclosing scope",
      recursionInComparison: "maximum recursion depth exceeded",
      intModuloByZero: "integer modulo by zero",
      noEnter: "'{0}' object does not support the context manager protocol",
      noEnterError: "TypeError",
    },
  },
  startup: {
    trackedObjects: 3992,
    unmarkedObjects: 0,
    noneRefcnt: 3754,
  },
};
