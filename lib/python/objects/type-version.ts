/** Versions of types: a number that no two states of any type share. Mirrors `PyType_Modified`. */

import type { Machine } from "../run/machine";
import { forgetVersion } from "../run/version-table";
import type { TypeObject } from "./type-object";

/** A number for a new type. */
export function nextVersion(m: Machine): number {
  m.typeVersion++;
  return m.typeVersion;
}

/** A type has changed: it and all that inherit from it get new versions, and nothing is remembered of them. */
export function typeModified(m: Machine, type: TypeObject): void {
  type.version = nextVersion(m);
  forgetVersion(m, type.id);
  type.found.clear();
  type.plan = undefined;
  for (const subclass of type.subclasses) typeModified(m, subclass);
}
