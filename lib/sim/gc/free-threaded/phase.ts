/** The phases of a collection without a GIL, for whoever wants to see where the other threads stand still. */

/** What has just happened. Between "stop-the-world" and "start-the-world" no other thread runs. */
export type Phase =
  | "stop-the-world"
  | "merge-queued-objects"
  | "deduce-unreachable"
  | "clear-weakrefs"
  | "start-the-world"
  | "call-weakref-callbacks"
  | "finalize-garbage"
  | "handle-resurrected"
  | "clear-free-lists"
  | "delete-garbage";

/** Told after each phase; the first of each pair of stops before its pause. It must not change the heap. */
export type OnPhase = (phase: Phase) => void;
