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
    enumerateBytes: 72,
    functionBytes: 152,
    generatorBytes: 176,
    frameBytes: 240,
    exceptionBytes: 88,
    typeBytes: 1688,
    slottedTypeBytes: 920,
    staticTypeBytes: 424,
  },
  evaluation: {
    ...py310.evaluation,
    compiler: {
      ...py310.evaluation.compiler,
      cellsTakeParameterSlot: true,
      swapsLocalStores: true,
      joinsPercentFormats: true,
      sharesLetters: false,
    },
    calls: {
      ...py310.evaluation.calls,
      calleeOwnsArguments: true,
      releasesOperands: "upwards",
      vectorcallTypes: [...py310.evaluation.calls.vectorcallTypes, "enumerate"],
    },
    exceptions: { ...py310.evaluation.exceptions, hasNotes: true, handlerHoldsTraceback: false },
    containers: { ...py310.evaluation.containers, asciiIteratorType: true },
    atoms: { ...py310.evaluation.atoms, formatsHaveZ: true },
    texts: {
      ...py310.evaluation.texts,
      uncaughtName: "qualname",
      tooManyDigits: "Exceeds the limit ({0} digits) for integer string conversion",
      badStrIndex: "string indices must be integers, not '{0}'",
      badFormatSpec: "Invalid format specifier '{0}' for object of type '{1}'",
      enumerateOfNothing: "enumerate() missing required argument 'iterable'",
      typeNotSubscriptable: "type '{0}' is not subscriptable",
      unboundLocal: "cannot access local variable '{0}' where it is not associated with a value",
      unboundFree:
        "cannot access free variable '{0}' where it is not associated with a value in enclosing scope",
      recursionInComparison: "maximum recursion depth exceeded",
      intModuloByZero: "integer modulo by zero",
      noEnter: "'{0}' object does not support the context manager protocol",
      noEnterError: "TypeError",
      badAttributeName: "attribute name must be string, not '{1}'",
      noAttributeToDelete: "'{0}' object has no attribute '{1}'",
      noClassAttributeToDelete: "type object '{0}' has no attribute '{1}'",
      noGetter: ["property '{1}' of '{0}' object has no getter", "property of '{0}' object has no getter"],
      noSetter: ["property '{1}' of '{0}' object has no setter", "property of '{0}' object has no setter"],
      noDeleter: ["property '{1}' of '{0}' object has no deleter", "property of '{0}' object has no deleter"],
      badSuperType: "super() argument 1 must be a type, not {0}",
    },
  },
  startup: {
    trackedObjects: 3992,
    unmarkedObjects: 0,
    noneRefcnt: 3754,
  },
};
