/** Modules: an object whose one member is the dict of its names. Mirrors `Objects/moduleobject.c`. */

import type { HeapState } from "../heap/heap-state";
import { createMemberObject, type MemberType } from "../heap/member-object";
import { decref } from "../heap/refcount";
import { createDict, setItem } from "./dict";
import { internedStr } from "./interned-str";
import { Static } from "./static-object";

/** `module_traverse`, `module_dealloc`, `module_clear`. */
export const MODULE: MemberType = { type: Static.MODULE_TYPE, members: ["md_dict"] };

/** `types.ModuleType(name)`. The caller owns the reference. */
export function createModule(h: HeapState, name: string): number {
  const dict = createDict(h);
  for (const key of ["__name__", "__doc__", "__package__", "__loader__", "__spec__"]) {
    setItem(h, dict, internedStr(h, key), key === "__name__" ? internedStr(h, name) : Static.NONE);
  }
  const module = createMemberObject(h, MODULE, h.profile.objects.moduleBytes, [dict]);
  decref(h, dict);
  return module;
}
