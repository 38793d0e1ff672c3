/**
 * The memory map: one array of 32-bit words holds everything, as a process's memory does.
 *
 * An object is the index of its first word. Its record is eight words, then its slots, if their number is fixed; the
 * slots of a list or dict are a block elsewhere, because they grow. One array keeps a record's fields on one cache
 * line: the leak loop runs in about two thirds of the time that one array per field takes.
 */

/** Words of an object's record, after CPython's struct members. Field `F` of object `o` is `memory[o + F]`. */
export const enum Field {
  /** `ob_refcnt`; 0 = the record is free. Of an immortal object it is kept and never shown (static-object.ts). */
  REFCNT = 0,
  /** `ob_type`: the class object. */
  TYPE = 1,
  /**
   * `_gc_next`: 0 = untracked. Link of the free list while the record is free. While the object is dying: the next
   * referent to release.
   */
  GC_NEXT = 2,
  /** `_gc_prev`. While the object is dying: the object whose death this death interrupts. */
  GC_PREV = 3,
  /** Index of the first slot. Slots hold references; 0 = empty. */
  START = 4,
  /** Slots in use. */
  LENGTH = 5,
  /** See {@link Layout}. */
  LAYOUT = 6,
  /** Where its shape lies: see {@link ShapeWord}. */
  SHAPE = 7,
  /** The first inline slot. */
  SLOTS = 8,
}

/** Words of a shape in memory; what else is told of it is in `HeapState.shapes` (shape.ts). */
export const enum ShapeWord {
  /** The last freed record of the shape; the others are linked through GC_NEXT. */
  FREE = 0,
  /** How many live objects have the shape. */
  LIVE = 1,
  /** The size class of an object's own block; 0 = it has none, or a large one. */
  BLOCK_CLASS = 2,
  /** The size class of the block of what belongs to it; 0 = it has no further block; -1 = one of its blocks is large. */
  MORE_BLOCKS = 3,
  WORDS = 4,
}

/** Bits of the LAYOUT word. */
export const enum Layout {
  /** The class of a growable object's slot block (slot-block.ts). */
  BLOCK_CLASS = 31,
  /** The slots are a block elsewhere, which can be exchanged for a larger one: list, dict. */
  GROWABLE = 32,
  /** Dealloc and clear release the last reference first: list, tuple. */
  BACKWARD = 64,
  /** Not a container: no GC head, never tracked, never counted by the collector: int, str. */
  ATOM = 128,
  /** A handle leads here: its death must be noted, so that the handle is not taken for the record's next object. */
  HANDLED = 256,
  /** Weak references to it exist, or have existed: weakref-list.ts knows them. */
  WEAKLY_REFERENCED = 512,
  /** It has a `tp_finalize`: its class has `__del__`, or it is a suspended generator. */
  FINALIZER = 1024,
  /** `_PyGC_FINALIZED`: its finalizer has run, and will not run again. */
  FINALIZED = 2048,
  /** Its slots are the members of a C struct, released and cleared in an order that its shape knows (`Shape.released`). */
  MEMBERS = 4096,
  /** Its `tp_dealloc` goes through the trashcan (`Py_TRASHCAN_BEGIN`). An instance does too, without this bit. */
  TRASHCAN = 8192,
  /** `tp_free` may keep it on a free list: list, dict, tuple, bound method. */
  FREE_LIST = 16384,
  /** The slots are pairs, traversed value first and released key first: dict. */
  PAIRS = 32768,
  /** Its death is counted by its thread: every object of a free-threaded build. */
  THREAD_COUNTED = 65536,
  /**
   * Of an instance: `HeapState.splitValues` knows more of its attributes, their order or their dict. Of a dict: it shows
   * the values of the instance in START, and has none itself.
   */
  MANAGED_DICT = 131072,
  /** An interpreter keeps something beside it, which goes when it dies: `HeapState.native`. */
  NATIVE = 262144,
  /** Of a dict: an instruction relies on a name not being in it. A new name is counted in {@link State.NAMES_ADDED}. */
  NAMESPACE = 4194304,
  /** It is a weak reference, of whichever type: weakref-list.ts knows its object. */
  WEAKREF = 524288,
  /** An instance of a class that inherits from list, dict, int or the like: it has one more word, for the dict of its attributes (own-dict.ts). */
  SUBCLASS = 2097152,
}

/**
 * Where the `gc_refs` of an object is: in a table of its own, which grows down from the end of memory. It holds a count
 * during a collection, else one of {@link GcRefs}.
 *
 * Apart from the records, because a collection looks at one for each reference, in the order of the references: a word of
 * a dense table is at hand where a record's cache line and page are not. No two records share a word: each is at least
 * eight words long.
 */
export function gcRefsAt(memory: Int32Array, o: number): number {
  return memory.length - 1 - (o >> 3);
}

/** Values of `gc_refs` that are no counts. */
export const enum GcRefs {
  /** Outside a collection; and whatever a running collection has found reachable or does not look at. */
  REACHABLE = -3,
  /** Moved to the unreachable list, for now. */
  TENTATIVELY_UNREACHABLE = -4,
  /** Between the increments of the incremental collector: in the visited space. */
  VISITED = -5,
}

/** Words behind the record of object 0, which is no object: `struct _gc_runtime_state` and the allocator's tables. */
export const enum State {
  /** `gc.get_count()`. */
  COUNT0 = 16,
  COUNT1 = 17,
  COUNT2 = 18,
  /** `gc.get_threshold()`. */
  THRESHOLD0 = 19,
  THRESHOLD1 = 20,
  THRESHOLD2 = 21,
  /** `gc.isenabled()`, as 0 or 1. */
  ENABLED = 22,
  /** 1 while a collection runs; another one would return at once. */
  COLLECTING = 23,
  /** 1 while a collection waits for the next check of the eval breaker (`_PY_GC_SCHEDULED_BIT`). */
  SCHEDULED = 24,
  /** 1 when an allocation over the threshold collects by itself. */
  COLLECTS_IN_ALLOCATION = 25,
  /**
   * The count from which incref and decref are a plain addition: 1, or beyond any count while someone listens to the
   * events. The one test that the fast paths make.
   */
  PLAIN_FROM = 26,
  /** Live objects that are on no list of the collector. */
  UNTRACKED = 27,
  /** Words used. */
  TOP = 28,
  /** The count that {@link State.COUNT0} must exceed for an allocation to look further: THRESHOLD0, or -1 for every one. */
  TRIGGER = 29,
  /** Which bits of LAYOUT occur among the objects that the last deduction moved aside; perhaps more. */
  FOUND_LAYOUTS = 31,
  /** `alloc_count` of the thread, in a free-threaded build: what {@link State.COUNT0} does not know yet. */
  THREAD_COUNT = 30,
  /** How many names have been added to namespaces (`Layout.NAMESPACE`). */
  NAMES_ADDED = 32,
  /** Free slot blocks by block class, linked through their first slot; 32 words. */
  FREE_BLOCKS = 64,
}

/** Where fixed records lie. */
export const enum Place {
  /** Heads of the collector's lists, ten words apart. An empty list's head is its own neighbour. */
  GENERATION_0 = 100,
  GENERATION_1 = 110,
  GENERATION_2 = 120,
  UNREACHABLE = 130,
  /** What a second deduction leaves over, after the finalizers have run. */
  STILL_UNREACHABLE = 140,
  /** Weak references whose callbacks a collection is about to call. */
  CALLBACKS_TO_CALL = 150,
  /** Garbage whose finalizer has run. */
  SEEN = 160,
  /** What `gc.freeze()` hides from the collector. */
  PERMANENT = 170,
  /** The objects of one increment (3.14.0 to 3.14.4). */
  INCREMENT = 180,
  /** What is left of it on its way to the visited space. The last head. */
  SURVIVORS = 190,
}

/** PLAIN_FROM when someone listens. */
export const NEVER_PLAIN = 0x7fffffff;
