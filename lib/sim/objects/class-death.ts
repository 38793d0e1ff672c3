/** What else goes when a class dies: the weak reference by which its base knew it, and what only it holds. Mirrors `type_dealloc`, `remove_subclass`. */

import type { HeapState } from "../heap/heap-state";
import { decrefInFull } from "../heap/refcount";
import { clearWeakrefs } from "./weakref-list";

/** Clear the weak references to a dying class, and give up what the interpreter holds for it. */
export function classDies(h: HeapState, cls: number): void {
  const record = h.classes.get(cls);
  clearWeakrefs(h, cls);
  for (const held of [record?.registration ?? 0, record?.subclasses ?? 0, record?.slotNames ?? 0]) {
    if (held === 0) continue;
    h.internal.delete(held);
    decrefInFull(h, held);
  }
  h.classes.delete(cls);
  record?.watcher?.died();
}
