/** The one vocabulary in which the heap reports what happened. Events are past facts and plain data. */

/** A new object exists; its first reference belongs to whoever asked for it. */
export interface CreateEvent {
  readonly kind: "create";
  readonly id: number;
  /** The name of its class. */
  readonly type: string;
  /** Bytes requested for it, GC head and attribute values included. */
  readonly sizeBytes: number;
}

/** A reference count rose or fell; for "decref" this is step one, the subtraction. */
export interface CountEvent {
  readonly kind: "incref" | "decref";
  readonly id: number;
  /** The count after the step. */
  readonly refcnt: number;
}

/** The count was 0 at the test: the object releases its referents and its memory is freed. Step two. */
export interface DeallocEvent {
  readonly kind: "dealloc";
  readonly id: number;
}

/** The finalizer of an object is called (`__del__`). It runs once in the object's life. */
export interface FinalizeEvent {
  readonly kind: "finalize";
  readonly id: number;
}

/** The finalizer of an object whose count was 0 has made it live on. */
export interface ResurrectEvent {
  readonly kind: "resurrect";
  readonly id: number;
}

/** The callback of a weak reference is called; its object is dead or garbage. */
export interface WeakrefCallbackEvent {
  readonly kind: "weakref-callback";
  /** The weak reference. */
  readonly id: number;
}

/** A collection began, automatic or asked for. */
export interface CollectStartEvent {
  readonly kind: "collect-start";
  readonly generation: number;
}

/** A collection ended. */
export interface CollectStopEvent {
  readonly kind: "collect-stop";
  readonly generation: number;
  /** Unreachable objects found. */
  readonly collected: number;
}

/** Everything that a heap reports. */
export type HeapEvent =
  | CreateEvent
  | CountEvent
  | DeallocEvent
  | FinalizeEvent
  | ResurrectEvent
  | WeakrefCallbackEvent
  | CollectStartEvent
  | CollectStopEvent;
