/**
 * CPython 3.10: what changed since 3.8.
 *
 * - 3.9: a resurrected object no longer saves the other garbage of its pass (bpo-38379).
 * - 3.9: a dict that was asked for a key that is no str does not change its table.
 * - 3.9: bound methods are not kept for reuse; a list grows in multiples of four.
 * - 3.10: a function holds its module's built-ins; a class gets its mro before its descriptors.
 * - 3.9: the last free arena stays mapped (bpo-37257).
 * - 3.10: a key table that is made anew with an entry in it has 16 places at least.
 * - 3.10: pools of 16 KiB in arenas of 1 MiB.
 */

import type { Profile } from "./profile";
import { py38 } from "./py38";

export const py310: Profile = {
  ...py38,
  version: "3.10",
  measuredOn: "3.10.13",
  objects: {
    ...py38.objects,
    freeLists: { ...py38.objects.freeLists, methods: 0 },
    mroBeforeDescriptors: true,
    functionHoldsBuiltins: true,
    listRoomInFours: true,
    lookupsWidenKeys: false,
    dictKeys: { ...py38.objects.dictKeys, leastPlacesOnResize: 16 },
    functionBytes: 144,
    generatorBytes: 104,
    frameBytes: 440,
    typeBytes: 1072,
    slottedTypeBytes: 904,
  },
  collector: {
    ...py38.collector,
    resurrectsPartly: true,
  },
  allocator: {
    poolBytes: 16 * 1024,
    poolHeaderBytes: 48,
    arenaBytes: 1024 * 1024,
    keepsLastArena: true,
  },
  evaluation: {
    ...py38.evaluation,
    compiler: { ...py38.evaluation.compiler, countsDeadNames: true },
    exceptions: { ...py38.evaluation.exceptions, errorsKeepObject: true, unbindsAfterPop: false },
    texts: {
      ...py38.evaluation.texts,
      unsetSlot: "'{0}' object has no attribute '{1}'",
      badIntArgument: "int() argument must be a string, a bytes-like object or a real number, not '{0}'",
      badIntegerArgument: "'{0}' object cannot be interpreted as an integer",
      badPercentD: "%d format: a real number is required, not {0}",
      badStrArguments: "str() argument 'encoding' must be str, not {0}",
      badIsinstance: "isinstance() arg 2 must be a type, a tuple of types, or a union",
    },
  },
  startup: {
    trackedObjects: 3919,
    unmarkedObjects: 0,
    noneRefcnt: 4068,
  },
};
