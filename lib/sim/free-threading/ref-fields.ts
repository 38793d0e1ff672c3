/** The fields in which a free-threaded build keeps one object's reference count. Mirrors `struct _object` in Include/object.h (3.13, `Py_GIL_DISABLED`). */

/** The four states, from the two low bits of `ob_ref_shared`. An object moves only from left to right, and may skip states. */
export type RefState = "default" | "weakrefs" | "queued" | "merged";

/** One object's fields. Plain data: a copy is another object in the same state. */
export interface RefFields {
  /** `ob_tid`: the thread that owns the object and counts in {@link RefFields.local}; 0 = nobody. */
  tid: number;
  /** `ob_ref_local`: references counted by the owner, 32 bits, not atomic; {@link IMMORTAL_REFCNT_LOCAL} = immortal. */
  local: number;
  /** `ob_ref_shared`: four times the references counted by all other threads, which may be negative, plus the state. */
  shared: number;
  /** The object has been deallocated. CPython keeps no such field; a debugger would. */
  dead: boolean;
}

/** `_Py_REF_SHARED_SHIFT`, as a factor: one reference in `ob_ref_shared`. */
export const ONE_SHARED_REF = 4;

/** The state bits: `_Py_REF_MAYBE_WEAKREF`, `_Py_REF_QUEUED`, `_Py_REF_MERGED`. The default state is 0. */
export const RefFlag: { readonly MAYBE_WEAKREF: 1; readonly QUEUED: 2; readonly MERGED: 3 } = {
  MAYBE_WEAKREF: 1,
  QUEUED: 2,
  MERGED: 3,
};

/** `_Py_IMMORTAL_REFCNT_LOCAL`: the largest number of 32 bits. */
export const IMMORTAL_REFCNT_LOCAL = 0xffffffff;

/** `_Py_NewReference`: a new object with one reference, which its owner counts. */
export function newRefFields(owner: number): RefFields {
  return { tid: owner, local: 1, shared: 0, dead: false };
}

/** `_Py_REF_SHARED`: the shared field for a count of other threads' references and a state. */
export function sharedField(refcnt: number, flag: number): number {
  return refcnt * ONE_SHARED_REF + flag;
}

/** The references in a shared field, without the state bits; below 0 when others gave up more than they counted. */
export function sharedRefcnt(shared: number): number {
  return (shared - flagOf(shared)) / ONE_SHARED_REF;
}

/** The two state bits of a shared field. */
export function flagOf(shared: number): number {
  return shared & 3;
}

/** The state that a shared field tells. */
export function refState(shared: number): RefState {
  return (["default", "weakrefs", "queued", "merged"] as const)[flagOf(shared)]!;
}

/** `_Py_IsImmortal`. */
export function isImmortal(o: RefFields): boolean {
  return o.local === IMMORTAL_REFCNT_LOCAL;
}

/**
 * `Py_REFCNT`: the true count, local plus shared. An immortal object shows the constant.
 *
 * @example
 * refcnt({ tid: 1, local: 2, shared: -4, dead: false }); // 1
 */
export function refcnt(o: RefFields): number {
  return isImmortal(o) ? IMMORTAL_REFCNT_LOCAL : o.local + sharedRefcnt(o.shared);
}

/** `_Py_SetImmortal`: no thread counts references to the object any more, and it never dies. */
export function setImmortal(o: RefFields): void {
  o.tid = 0;
  o.local = IMMORTAL_REFCNT_LOCAL;
  o.shared = 0;
}
