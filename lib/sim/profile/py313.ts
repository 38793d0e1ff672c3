/**
 * CPython 3.13: what changed since 3.12. Its collector is also that of 3.14.5 and later, and of 3.15.
 *
 * - Attribute values live inside the instance.
 * - The first threshold is 2000 (PR 124770 kept it when the incremental collector was taken out).
 * - Deaths nest as deep as the C stack allows, more than 1000 times; a tuple of 20 is taken from its free list again.
 * - Interned strings are mortal again; a class knows its first line and the names of its attributes.
 */

import type { Profile } from "./profile";
import { py312 } from "./py312";

export const py313: Profile = {
  ...py312,
  version: "3.13",
  measuredOn: "3.13.0",
  objects: {
    ...py312.objects,
    internedImmortal: false,
    listOfSetIsExact: false,
    instance: {
      headBytes: 48,
      slottedHeadBytes: 32,
      values: "inline",
      valuesPrefixBytes: 0,
      extraValues: 1,
      capacityShrinks: "after",
    },
    freeLists: { ...py312.objects.freeLists, tuplesTakenUpTo: 20 },
    // Simplified: `_PyTrash_begin` asks how much of the C stack is left, about 10,000 nested deaths; here none is put off.
    trashcanDepth: Number.POSITIVE_INFINITY,
    classKeepsLine: true,
    callbacksAlwaysInTuple: true,
    frameBytes: 248,
    typeBytes: 1712,
    slottedTypeBytes: 944,
    staticTypeBytes: 416,
  },
  collector: {
    ...py312.collector,
    thresholds: [2000, 10, 10],
  },
  evaluation: {
    ...py312.evaluation,
    compiler: { ...py312.evaluation.compiler, sharesLetters: true },
    calls: {
      ...py312.evaluation.calls,
      closesWithoutRunning: true,
      clearsSuspendedFrames: false,
      nativeCallsCount: false,
      specialisesConstructors: true,
      vectorcallTypes: [...py312.evaluation.calls.vectorcallTypes, "int", "str"],
    },
    exceptions: { ...py312.evaluation.exceptions, storesKeepObject: true },
    builtins: { ...py312.evaluation.builtins, proxyTellsDeath: true, extremesTakeTuple: false },
    containers: { ...py312.evaluation.containers, sortExtendsFallingRun: true, reversedKeepsList: true },
    texts: {
      ...py312.evaluation.texts,
      floatModuloByZero: "float modulo by zero",
      badSearchedStr: "{1}() argument 1 must be str, not {0}",
      listSliceNeedsIterable: "must assign iterable to extended slice",
      noAttributeToSet: "'{0}' object has no attribute '{1}' and no __dict__ for setting new attributes",
      badIterCallable: "iter(v, w): v must be callable",
      badPrintKeyword: "print() got an unexpected keyword argument '{0}'",
      badExceptionKeyword: "{0}() got an unexpected keyword argument '{1}'",
      badSuperObject: "super(type, obj): obj ({0}) is not an instance or subtype of type ({1}).",
      noMro: "Cannot create a consistent method resolution order (MRO) for bases {0}",
    },
  },
  startup: {
    trackedObjects: 4259,
    unmarkedObjects: 0,
    noneRefcnt: 0,
  },
};
