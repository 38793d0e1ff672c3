/** What has happened to one object's counts, as plain data: for charts, and for the message of a fault. */

import { HeapCorruptionError, UseAfterDeallocError } from "../errors";
import type { Frame, RefEventKind } from "./frame";
import { type RefFields, type RefState, refcnt, refState, sharedRefcnt } from "./ref-fields";

/** One fact, with the counts after it. */
export interface RefEvent {
  readonly kind: RefEventKind | "create" | "deferred" | "immortalized" | "stack-push" | "stack-pop";
  /** The thread that did it; 0 = the collector, while all threads stood still. */
  readonly thread: number;
  /** The owner, 0 = none. */
  readonly owner: number;
  /** References that the owner counts. */
  readonly local: number;
  /** References that the others count; may be below 0. */
  readonly shared: number;
  readonly state: RefState;
  /** The true count: local plus shared. */
  readonly refcnt: number;
}

/** An event that tells the counts as they are now. */
export function refEvent(kind: RefEvent["kind"], thread: number, o: RefFields): RefEvent {
  const state = refState(o.shared);
  return {
    kind,
    thread,
    owner: o.tid,
    local: o.local,
    shared: sharedRefcnt(o.shared),
    state,
    refcnt: refcnt(o),
  };
}

/** So many events are told with a fault: the last ones. */
const EVENTS_TOLD = 12;

/** The error for a frame that has stopped with a fault. */
export function faultError(operation: string, frame: Frame, history: readonly RefEvent[]): Error {
  const dead = frame.object?.dead === true;
  const text =
    `${operation} by thread ${frame.thread}: ${frame.fault}. Each reference may be given up once, and an object is ` +
    "used only by a thread that holds one. CPython would corrupt memory and raise no exception. What happened to it: " +
    `${told(history)}.`;
  return dead ? new UseAfterDeallocError(text) : new HeapCorruptionError(text);
}

function told(history: readonly RefEvent[]): string {
  const last = history.slice(-EVENTS_TOLD).map(line);
  if (history.length > EVENTS_TOLD) last.unshift(`${history.length - EVENTS_TOLD} earlier events`);
  return last.join("; ");
}

function line({ kind, thread, local, shared, state }: RefEvent): string {
  const who = thread === 0 ? "the collector" : `thread ${thread}`;
  return `${kind} by ${who} (local ${local}, shared ${shared}, ${state})`;
}
