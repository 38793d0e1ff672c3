/** Plays every interleaving of a few threads that count references to one object, one atomic step at a time. */

import type { Frame } from "../../../lib/sim/free-threading/frame";
import { advance, begin, beginExit, beginMerge } from "../../../lib/sim/free-threading/operation";
import {
  newRefFields,
  ONE_SHARED_REF,
  type RefFields,
  refState,
  sharedRefcnt,
} from "../../../lib/sim/free-threading/ref-fields";

/** What one thread does: "+" incref, "-" decref, "x" leaves. A thread merges its queue whenever it is between operations. */
export type Program = string;

/** A moment: the object, who is alive with how many queued, where each thread stands and how many references it has. */
interface Moment {
  o: RefFields;
  /** Length of each living thread's queue. All entries are the one object. */
  queued: Map<number, number>;
  frames: (Frame | null)[];
  next: number[];
  held: number[];
}

/** How all schedules ended. */
export interface Outcomes {
  /** Different moments reached. */
  moments: number;
  /** Schedules: paths from the beginning to an end. */
  schedules: bigint;
  /** Faults of the simulator, and broken promises; empty when all is well. */
  bad: Set<string>;
  /** States through which the object went, as "default>queued". */
  moves: Set<string>;
  /** State and shared count at the deaths, as "merged 0". */
  deaths: Set<string>;
}

/** Who has counted the references that the other threads begin with: the owner, before it passed them on, or they themselves. */
export type Start = "counted by the owner" | "counted by the others";

/**
 * Play all schedules. Thread 1 owns the object and has made it; each thread begins with one reference.
 *
 * Promised at every moment: a dead object has no references. At every end: an object without references is dead.
 */
export function playAll(programs: readonly Program[], begins: Start = "counted by the owner"): Outcomes {
  const outcomes: Outcomes = {
    moments: 0,
    schedules: 0n,
    bad: new Set(),
    moves: new Set(),
    deaths: new Set(),
  };
  const o = newRefFields(1);
  if (begins === "counted by the owner") o.local = programs.length;
  else o.shared = ONE_SHARED_REF * (programs.length - 1);
  const start: Moment = {
    o,
    queued: new Map(programs.map((_, i) => [i + 1, 0])),
    frames: programs.map(() => null),
    next: programs.map(() => 0),
    held: programs.map(() => 1),
  };
  outcomes.schedules = play(start, programs, new Map(), outcomes);
  return outcomes;
}

function play(
  at: Moment,
  programs: readonly Program[],
  seen: Map<string, bigint>,
  outcomes: Outcomes,
): bigint {
  const key = keyOf(at);
  const known = seen.get(key);
  if (known !== undefined) return known;
  outcomes.moments++;
  const references = at.held.reduce((sum, n) => sum + n, 0);
  if (at.o.dead && references > 0) outcomes.bad.add("dead, though a thread holds a reference");
  let schedules = 0n;
  let ended = true;
  for (let thread = 1; thread <= programs.length; thread++) {
    const after = stepOf(at, programs, thread, outcomes);
    if (after === null) continue;
    ended = false;
    schedules += play(after, programs, seen, outcomes);
  }
  if (ended) {
    schedules = 1n;
    if (references === 0 && !at.o.dead) outcomes.bad.add("never freed");
  }
  seen.set(key, schedules);
  return schedules;
}

/** The moment after the thread's next step; null when it has nothing to do. */
function stepOf(at: Moment, programs: readonly Program[], thread: number, outcomes: Outcomes): Moment | null {
  const i = thread - 1;
  const m = copy(at);
  const frame = m.frames[i] ?? nextOperation(m, programs[i]!, thread);
  if (frame === null) return null;
  m.frames[i] = frame;
  const queues = new Map([...m.queued].map(([t, n]) => [t, new Array<RefFields>(n).fill(m.o)]));
  const before = refState(m.o.shared);
  const goesOn = advance(frame, queues);
  m.queued = new Map([...queues].map(([t, queue]) => [t, queue.length]));
  const state = refState(m.o.shared);
  if (state !== before) outcomes.moves.add(`${before}>${state}`);
  if (m.o.dead && !at.o.dead) outcomes.deaths.add(`${state} ${sharedRefcnt(m.o.shared)}`);
  if (frame.step === "fault") {
    outcomes.bad.add(frame.fault);
    return { ...m, frames: m.frames.map(() => null), next: programs.map((p) => p.length), queued: new Map() };
  }
  if (!goesOn) m.frames[i] = null;
  return m;
}

/** A reference is given up when the decref begins, and taken when the incref has begun. */
function nextOperation(m: Moment, program: Program, thread: number): Frame | null {
  const i = thread - 1;
  if ((m.queued.get(thread) ?? 0) > 0) return beginMerge(thread);
  const operation = program[m.next[i]!];
  if (operation === undefined) return null;
  m.next[i]!++;
  if (operation === "x") return beginExit(thread);
  m.held[i]! += operation === "+" ? 1 : -1;
  return begin(operation === "+" ? "incref" : "decref", thread, m.o);
}

function copy(at: Moment): Moment {
  const o = { ...at.o };
  return {
    o,
    queued: new Map(at.queued),
    frames: at.frames.map((f) => f && { ...f, object: f.object && o }),
    next: [...at.next],
    held: [...at.held],
  };
}

function keyOf({ o, queued, frames, next, held }: Moment): string {
  const threads = frames.map((f) =>
    f === null
      ? ""
      : `${f.step} ${f.after} ${f.exiting} ${f.tid} ${f.local} ${f.shared} ${f.extra} ${f.object !== null}`,
  );
  return [o.tid, o.local, o.shared, o.dead, [...queued].join(), next.join(), held.join(), ...threads].join(
    "|",
  );
}
