/** Weak references, and the list of them that each object has. Mirrors `Objects/weakrefobject.c`. */

import { createContainer } from "../heap/create";
import type { HeapState, ProgramCode } from "../heap/heap-state";
import { Field, Layout } from "../heap/memory-map";
import { callProgram } from "../heap/program-code";
import { decrefInFull, incref } from "../heap/refcount";
import { builtinShape } from "../heap/shape";
import { Static } from "./static-object";
import { createTuple } from "./tuple";

/** `ref`, `proxy`, or an instance of a class that inherits from `ref`, which is never shared. */
export type WeakrefKind = "ref" | "proxy" | "subclass";

/** What is known of one weak reference. Its first slot holds the callback, when the program has an object for it. */
export interface Weakref {
  readonly kind: WeakrefKind;
  /** The object; 0 when it is dead. It holds no count. */
  referent: number;
  /** What the callback does; null without a callback, and once it has been called. */
  callback: ProgramCode | null;
  /** `wr_hash`: that of the object, once an interpreter was asked for it. */
  hash: bigint | null;
}

/** How a weak reference is made, when it is no plain `ref`. */
export interface WeakrefMaking {
  readonly kind: WeakrefKind;
  /** Make the object, with at least one empty slot. The caller owns the reference. */
  readonly create: (h: HeapState) => number;
}

const PLAIN: WeakrefMaking = {
  kind: "ref",
  create: (h) => createContainer(h, weakrefShape(h, Static.WEAKREF_TYPE)),
};

/**
 * `weakref.ref(referent, callback)`. Without a callback the one that exists is handed out again, one for `ref` and one for
 * `proxy`. The caller owns the reference.
 *
 * Simplified: a callback that is a function of TypeScript is no object of the heap: the reference holds nothing for it.
 *
 * @param callbackObject - What the reference holds as its callback; 0 when the callback is no object of this heap.
 */
export function createWeakref(
  h: HeapState,
  referent: number,
  callback: ProgramCode | null = null,
  callbackObject = 0,
  { create, kind }: WeakrefMaking = PLAIN,
): number {
  const shared = callback === null ? weakrefsOf(h, referent).find((ref) => isBasic(h, ref, kind)) : undefined;
  if (shared !== undefined) {
    incref(h, shared);
    return shared;
  }
  const ref = create(h);
  if (callbackObject !== 0) {
    incref(h, callbackObject);
    h.memory[h.memory[ref + Field.START]!] = callbackObject;
  }
  h.memory[ref + Field.LAYOUT]! |= Layout.WEAKREF;
  h.weakrefs.set(ref, { kind, referent, callback, hash: null });
  h.memory[referent + Field.LAYOUT]! |= Layout.WEAKLY_REFERENCED;
  link(h, ref, referent);
  return ref;
}

/** `ref()`, borrowed; 0 when the object is dead, or is dying and has no references any more. */
export function referentOf(h: HeapState, ref: number): number {
  const referent = h.weakrefs.get(ref)?.referent ?? 0;
  return referent !== 0 && h.memory[referent + Field.REFCNT]! > 0 ? referent : 0;
}

/** `weakref.getweakrefs(o)`: those without a callback first, then the newest first. */
export function weakrefsOf(h: HeapState, o: number): readonly number[] {
  return h.weakrefLists.get(o) ?? [];
}

/** `ref.__callback__`, borrowed; 0 = there is none, or it has been called. */
export function callbackObject(h: HeapState, ref: number): number {
  return h.memory[h.memory[ref + Field.START]!]!;
}

/** `_PyWeakref_ClearRef`: the reference is dead from now on; its callback stays. */
export function clearWeakref(h: HeapState, ref: number): void {
  const weakref = h.weakrefs.get(ref);
  if (weakref === undefined || weakref.referent === 0) return;
  const list = h.weakrefLists.get(weakref.referent);
  list?.splice(list.indexOf(ref), 1);
  weakref.referent = 0;
}

/**
 * `PyObject_ClearWeakRefs`: every reference to the dying `o` is dead before the first callback runs; the newest
 * callback runs first.
 */
export function clearWeakrefs(h: HeapState, o: number): void {
  for (const kind of ["ref", "proxy"] as const) {
    const basic = weakrefsOf(h, o)[0];
    if (basic !== undefined && isBasic(h, basic, kind)) clearWeakref(h, basic);
  }
  const refs = [...weakrefsOf(h, o)];
  const [only] = refs;
  if (only === undefined) return;
  if (refs.length === 1 && !h.profile.objects.callbacksAlwaysInTuple) {
    clearWeakref(h, only);
    callBack(h, only);
    return;
  }
  // The tuple keeps the references and their callbacks alive; the collector counts it.
  const tuple = createTuple(
    h,
    refs.flatMap((ref) => [ref, callbackObject(h, ref) || Static.NONE]),
  );
  for (const ref of refs) clearWeakref(h, ref);
  for (const ref of refs) callBack(h, ref);
  decrefInFull(h, tuple);
}

/** Call the callback of a dead reference, once. The reference has let go of it before, and the call after (`handle_callback`). */
export function callBack(h: HeapState, ref: number): void {
  const weakref = h.weakrefs.get(ref);
  const callback = weakref?.callback ?? null;
  if (weakref === undefined || callback === null || h.memory[ref + Field.REFCNT] === 0) return;
  weakref.callback = null;
  const object = takeCallback(h, ref);
  h.onEvent?.({ kind: "weakref-callback", id: ref });
  callProgram(h, callback, ref);
  if (object !== 0) decrefInFull(h, object);
}

/** Let go of the callback's object. */
export function dropCallback(h: HeapState, ref: number): void {
  const object = takeCallback(h, ref);
  if (object !== 0) decrefInFull(h, object);
}

/** The shape of a weak reference: one slot, for its callback. @param type - `ref`, or a type of proxies. */
export function weakrefShape(h: HeapState, type: number): number {
  return builtinShape(h, {
    type,
    length: 1,
    layout: Layout.MEMBERS,
    blockBytes: h.profile.objects.weakrefBytes,
    storageBytes: 0,
    released: [0],
    cleared: [0],
  });
}

/** Move the callback's reference out of the weak reference, to the caller. */
function takeCallback(h: HeapState, ref: number): number {
  const object = callbackObject(h, ref);
  h.memory[h.memory[ref + Field.START]!] = 0;
  return object;
}

/** Is it the one without a callback, which is handed out again (`get_basic_refs`)? */
function isBasic(h: HeapState, ref: number, kind: WeakrefKind): boolean {
  const weakref = h.weakrefs.get(ref);
  return (
    kind !== "subclass" &&
    weakref?.kind === kind &&
    weakref.callback === null &&
    h.memory[ref + Field.REFCNT]! > 0 &&
    callbackObject(h, ref) === 0
  );
}

/** The shared `ref` is at the head of the list, the shared proxy behind it, and behind them the newest of all others. */
function link(h: HeapState, ref: number, referent: number): void {
  const list = h.weakrefLists.get(referent) ?? [];
  let at = 0;
  if (!isBasic(h, ref, "ref")) {
    if (list[at] !== undefined && isBasic(h, list[at]!, "ref")) at++;
    if (!isBasic(h, ref, "proxy") && list[at] !== undefined && isBasic(h, list[at]!, "proxy")) at++;
  }
  list.splice(at, 0, ref);
  h.weakrefLists.set(referent, list);
}
