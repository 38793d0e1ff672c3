/** Everything in which one CPython version line differs from another, as named rules. */

/** What an instance of a plain Python class (`class C: pass`) occupies. Source: `Objects/dictobject.c`, `Objects/typeobject.c`. */
export interface InstanceLayout {
  /** Header, GC head and pre-header in bytes, without attribute values. */
  readonly headBytes: number;
  /**
   * Where the attribute values live: in a block of their own, or inside the instance's block
   * ("inline values", `Py_TPFLAGS_INLINE_VALUES`).
   */
  readonly values: "own block" | "inline";
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

/** Objects: immortality and sizes in bytes, GC heads included, as `sys.getsizeof` shows. */
export interface ObjectRules {
  /** `None`, small ints and static types ignore incref and decref (PEP 683). */
  readonly immortal: boolean;
  /** What `sys.getrefcount` shows of an immortal object, or null where there are none. */
  readonly immortalRefcnt: number | null;
  /** `__dict__`-less instance of a Python class. */
  readonly instance: InstanceLayout;
  readonly noneBytes: number;
  /** int: header, and bytes per digit of 30 bits; `int(0)` has one digit in the block. */
  readonly intHeadBytes: number;
  /** str of ASCII characters: header with the closing NUL; one byte per character follows. */
  readonly asciiHeadBytes: number;
  readonly tupleHeadBytes: number;
  readonly listHeadBytes: number;
  readonly dictHeadBytes: number;
  readonly typeBytes: number;
}

/** The cyclic collector. Source: `Modules/gcmodule.c` (`Python/gc.c` from 3.13). */
export interface CollectorRules {
  /** `gc.get_threshold()`. */
  readonly thresholds: readonly [number, number, number];
  /**
   * Where an automatic collection runs: inside the allocation that exceeds the threshold, before the new object
   * is tracked (`_PyObject_GC_Link`), or at the next check of the eval breaker (`_Py_HandlePending`).
   */
  readonly runsAt: "allocation" | "eval breaker";
  /** Survivors of a full collection lose tracking when they are dicts of atoms (`untrack_dicts`). */
  readonly untracksDicts: boolean;
}

/** pymalloc. Source: `Objects/obmalloc.c`, `Include/internal/pycore_obmalloc.h`. */
export interface AllocatorRules {
  /** `POOL_SIZE`. */
  readonly poolBytes: number;
  /** `POOL_OVERHEAD`. */
  readonly poolHeaderBytes: number;
  /** `ARENA_SIZE`. */
  readonly arenaBytes: number;
}

/** What a process has done before the first line of a program runs. Measured: `test/oracle/startup.py`. */
export interface StartupState {
  /** Tracked objects that survive a first `gc.collect()`. */
  readonly trackedObjects: number;
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
  readonly startup: StartupState;
}
