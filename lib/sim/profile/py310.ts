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
    dictCallsAreEmpty: true,
    zipBytes: 64,
    lookupsWidenKeys: false,
    dictKeys: { ...py38.objects.dictKeys, leastPlacesOnResize: 16 },
    functionBytes: 144,
    generatorBytes: 104,
    frameBytes: 440,
    typeBytes: 1072,
    slottedTypeBytes: 904,
    staticTypeBytes: 408,
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
    classes: { methodsCopyAttributes: true, propertyBytes: 80 },
    calls: {
      ...py38.evaluation.calls,
      qualifiesMethods: true,
      vectorcallTypes: [
        "list",
        "tuple",
        "dict",
        "set",
        "frozenset",
        "range",
        "float",
        "bool",
        "map",
        "filter",
        "reversed",
        "type",
      ],
    },
    exceptions: { ...py38.evaluation.exceptions, errorsKeepObject: true, popsAfterUnbinding: false },
    containers: { ...py38.evaluation.containers, needleIsLeft: false, dictsMerge: true, zipIsStrict: true },
    builtins: { ...py38.evaluation.builtins, hasIsFinalized: true, namesWeakrefTypes: true },
    atoms: { ...py38.evaluation.atoms, zeroFillsStr: true, nanHashIsAddress: true },
    texts: {
      ...py38.evaluation.texts,
      qualifiesFunctions: true,
      uncaughtName: "module and qualname",
      emptyRange: "range expected at least 1 argument, got 0",
      unsetSlot: "'{0}' object has no attribute '{1}'",
      badIntArgument: "int() argument must be a string, a bytes-like object or a real number, not '{0}'",
      badIntegerArgument: "'{0}' object cannot be interpreted as an integer",
      badPercentD: "%{1} format: a real number is required, not {0}",
      badFloatArgument: "float() argument must be a string or a real number, not '{0}'",
      floatFloorByZero: "float floor division by zero",
      spaceInStrFormat: "Space not allowed in string format specifier",
      twoCommasInFormat: "Cannot specify ',' with ','.",
      badPowArguments: "unsupported operand type(s) for ** or pow(): '{0}', '{1}', '{2}'",
      badStrArguments: "str() argument 'encoding' must be str, not {0}",
      badIsinstance: "isinstance() arg 2 must be a type, a tuple of types, or a union",
      badIssubclass: "issubclass() arg 2 must be a class, a tuple of classes, or a union",
      immutableType: "cannot set '{0}' attribute of immutable type '{1}'",
      noGetter: ["unreadable attribute '{1}'", "unreadable attribute"],
      noSetter: ["can't set attribute '{1}'", "can't set attribute"],
      noDeleter: ["can't delete attribute '{1}'", "can't delete attribute"],
      unboundMethod: "unbound method {0}.{1}() needs an argument",
    },
  },
  startup: {
    trackedObjects: 3919,
    unmarkedObjects: 0,
    noneRefcnt: 4068,
  },
};
