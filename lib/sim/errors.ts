/** The few faults that the simulator reports. Each message says what was attempted, expected, found, and what to do next. */

/** An argument that no heap can make sense of: an unknown profile, a negative count, an index out of range. */
export class BadArgumentError extends RangeError {
  override name = "BadArgumentError";
}

/** A handle was used after its object had been deallocated. In CPython this reads freed memory. */
export class UseAfterDeallocError extends Error {
  override name = "UseAfterDeallocError";
}

/** A reference count no longer equals the references that exist. In CPython this is memory corruption, not an exception. */
export class HeapCorruptionError extends Error {
  override name = "HeapCorruptionError";
}
