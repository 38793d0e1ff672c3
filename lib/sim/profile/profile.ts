/** Everything in which one CPython version line differs from another, as named rules. */

import type { EvaluationRules } from "./evaluation-rules";

/** What an instance of a Python class occupies. Source: `Objects/dictobject.c`, `Objects/typeobject.c`. */
export interface InstanceLayout {
  /** Of an instance with attributes: header, GC head and pre-header in bytes, without attribute values. */
  readonly headBytes: number;
  /** The same of an instance that has `__slots__` only; 8 bytes for each of them follow. */
  readonly slottedHeadBytes: number;
  /**
   * Where the attribute values live: in a dict object that is made with the first attribute; in a block of their own; or
   * inside the instance's block ("inline values", `Py_TPFLAGS_INLINE_VALUES`).
   */
  readonly values: "dict" | "own block" | "inline";
  /** Bytes in front of the value array, rounded up to 8: one per value for the insertion order, plus these. */
  readonly valuesPrefixBytes: number;
  /** Value pointers beyond the capacity: the inline array keeps one more word. */
  readonly extraValues: number;
  /**
   * Is the shared capacity lowered before the new instance is measured (`init_inline_values`), or after
   * (`_PyObject_InitInlineValues`, which runs when the block is already allocated)?
   */
  readonly capacityShrinks: "before" | "after";
}

/** How many dead objects of a kind are kept for reuse. What is kept or reused moves no counter of the collector. */
export interface FreeListRules {
  /** `PyList_MAXFREELIST`. */
  readonly lists: number;
  /** `PyDict_MAXFREELIST`. */
  readonly dicts: number;
  /** `PyMethod_MAXFREELIST`. */
  readonly methods: number;
  /** `PyTuple_MAXFREELIST`, for each length. */
  readonly tuplesPerSize: number;
  /** The longest tuple that is kept, and the longest that is taken from there. */
  readonly tuplesKeptUpTo: number;
  readonly tuplesTakenUpTo: number;
}

/** The key table of a dict, in bytes. Source: `PyDictKeysObject`. */
export interface DictKeyRules {
  readonly headBytes: number;
  /** Places of the smallest table that takes over entries of another one (`calculate_log2_keysize`). */
  readonly leastPlacesOnResize: number;
  /** One entry, when all keys are str, and otherwise. */
  readonly strEntryBytes: number;
  readonly entryBytes: number;
}

/** Objects: immortality and sizes in bytes, GC heads included, as `sys.getsizeof` shows. */
export interface ObjectRules {
  /** `None`, small ints and static types ignore incref and decref (PEP 683). */
  readonly immortal: boolean;
  /** What `sys.getrefcount` shows of an immortal object, or null where there are none. */
  readonly immortalRefcnt: number | null;
  /** Strings that are interned at run time are immortal too. */
  readonly internedImmortal: boolean;
  readonly instance: InstanceLayout;
  readonly freeLists: FreeListRules;
  /** `_PyTrash_UNWIND_LEVEL`: deaths nested deeper wait for the outermost. Infinity: they nest as deep as they like. */
  readonly trashcanDepth: number;
  /** The deaths of exceptions count as nested ones. */
  readonly exceptionsUseTrashcan: boolean;
  /** A class gets its mro before its descriptors (`type_ready`); else after them. */
  readonly mroBeforeDescriptors: boolean;
  /** The dict of a class holds `__firstlineno__` and `__static_attributes__`. */
  readonly classKeepsLine: boolean;
  /** A function holds the built-ins of its module (`func_builtins`). */
  readonly functionHoldsBuiltins: boolean;
  /** A generator holds its code object; else only its frame does. */
  readonly generatorHoldsCode: boolean;
  /** Each call of a Python function makes a frame object, or reuses one. */
  readonly callsHaveFrames: boolean;
  /** A frame holds the globals and built-ins; else only its function does. */
  readonly frameHoldsGlobals: boolean;
  /** A dying object's weak references with callbacks are put into a tuple even when there is only one. */
  readonly callbacksAlwaysInTuple: boolean;
  /** A growing list makes room in multiples of four. */
  readonly listRoomInFours: boolean;
  /** A list made of a set or dict has room for its items and no more, as one made of a list has. */
  readonly listOfSetIsExact: boolean;
  /** A dict whose keys are all str takes them for keys of any kind once it was asked for another (`lookdict_unicode`). */
  readonly lookupsWidenKeys: boolean;
  /** `dict()` makes a dict without a table, as `{}` does. */
  readonly dictCallsAreEmpty: boolean;
  readonly dictKeys: DictKeyRules;
  readonly noneBytes: number;
  /** The int 0 has a digit, as all others have. */
  readonly zeroHasDigit: boolean;
  /** A local variable as an argument is borrowed: `sys.getrefcount` does not count it (`LOAD_FAST_BORROW`). */
  readonly localsAreBorrowed: boolean;
  /** int: header, and bytes per digit of 30 bits. */
  readonly intHeadBytes: number;
  /** str of ASCII characters: header with the closing NUL; one byte per character follows. */
  readonly asciiHeadBytes: number;
  /** str of other characters: header; one, two or four bytes per character and for the closing NUL follow. */
  readonly wideHeadBytes: number;
  readonly tupleHeadBytes: number;
  readonly listHeadBytes: number;
  readonly dictHeadBytes: number;
  readonly setBytes: number;
  readonly floatBytes: number;
  /** bytes: header with the closing NUL. */
  readonly bytesHeadBytes: number;
  readonly weakrefBytes: number;
  readonly zipBytes: number;
  readonly enumerateBytes: number;
  readonly rangeIteratorBytes: number;
  readonly functionBytes: number;
  readonly cellBytes: number;
  readonly methodBytes: number;
  readonly moduleBytes: number;
  /** Without local variables. */
  readonly generatorBytes: number;
  readonly frameBytes: number;
  readonly tracebackBytes: number;
  readonly exceptionBytes: number;
  readonly descriptorBytes: number;
  /** A class with a `__dict__` in its instances, and one with `__slots__` only. */
  readonly typeBytes: number;
  readonly slottedTypeBytes: number;
  /** A built-in type (`sizeof(PyTypeObject)`). */
  readonly staticTypeBytes: number;
}

/** The cyclic collector. Source: `Modules/gcmodule.c` (`Python/gc.c` from 3.13). */
export interface CollectorRules {
  /** Three generations; the incremental collector of 3.14.0 to 3.14.4; that of the free-threaded build. */
  readonly kind: "generational" | "incremental" | "free-threaded";
  /** `gc.get_threshold()`. */
  readonly thresholds: readonly [number, number, number];
  /**
   * Where an automatic collection runs: inside the allocation that exceeds the threshold, before the new object
   * is tracked (`_PyObject_GC_Link`), or at the next check of the eval breaker (`_Py_HandlePending`).
   */
  readonly runsAt: "allocation" | "eval breaker";
  /** Dicts of atoms are not tracked: neither new ones nor, after a full collection, survivors (`untrack_dicts`). */
  readonly untracksDicts: boolean;
  /** A new tuple is tracked, whatever it holds, until a collection untracks it; else one of atoms never is. */
  readonly tracksAtomTuples: boolean;
  /** A frozenset of atoms is tracked. */
  readonly tracksAtomFrozensets: boolean;
  /** The first counter counts objects that become tracked; else allocations of containers. */
  readonly countsTracked: boolean;
  /** Weak references without a callback are cleared before the finalizers run, or when garbage is certain. */
  readonly clearsWeakrefs: "before finalizers" | "after finalizers";
  /** When a finalizer resurrects an object, the other garbage is still freed in the same pass (bpo-38379). */
  readonly resurrectsPartly: boolean;
}

/** pymalloc. Source: `Objects/obmalloc.c`, `Include/internal/pycore_obmalloc.h`. */
export interface AllocatorRules {
  /** `POOL_SIZE`. */
  readonly poolBytes: number;
  /** `POOL_OVERHEAD`. */
  readonly poolHeaderBytes: number;
  /** `ARENA_SIZE`. */
  readonly arenaBytes: number;
  /** A wholly free arena stays mapped while it is the last usable one (bpo-37257). */
  readonly keepsLastArena: boolean;
}

/** What a process has done before the first line of a program runs. Measured: `test/oracle/startup.py`. */
export interface StartupState {
  /** Tracked objects that survive a first `gc.collect()`. */
  readonly trackedObjects: number;
  /** Of these, how many nothing but C code refers to: marking from the roots does not reach them. */
  readonly unmarkedObjects: number;
  /** `ob_refcnt` of `None`, where it is counted. */
  readonly noneRefcnt: number;
}

/** One CPython version line, for 64-bit Linux builds. */
export interface Profile {
  /** The name by which a heap asks for it, for example "3.13". */
  readonly version: string;
  /** The release on which the values were measured. */
  readonly measuredOn: string;
  readonly objects: ObjectRules;
  readonly collector: CollectorRules;
  readonly allocator: AllocatorRules;
  readonly evaluation: EvaluationRules;
  readonly startup: StartupState;
}
