/** What the machine remembers of a class of the program goes when the class changes or dies. */

import { internedStr } from "../../sim/objects/interned-str";
import type { Machine } from "../run/machine";
import { forgetVersion } from "../run/version-table";
import { lookupType } from "./type-lookup";
import type { TypeObject } from "./type-object";
import { typeModified } from "./type-version";

/** Be told by the heap what happens to a new class. */
export function watchClass(m: Machine, type: TypeObject): void {
  type.record!.watcher = {
    // An instance may have an attribute now that hides what the class has: a method that was found before.
    keyAdded: (key) => {
      if (lookupType(m, type, internedStr(m.h, key)) !== 0) typeModified(m, type);
    },
    cleared: () => typeModified(m, type),
    died: () => forget(m, type),
  };
}

function forget(m: Machine, type: TypeObject): void {
  for (const base of type.bases) base.subclasses.delete(type);
  m.types.delete(type.id);
  forgetVersion(m, type.id);
}
