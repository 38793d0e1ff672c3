/** The versions of types, by type, where an instruction can look at them at once: `tp_version_tag`. */

import type { TypeObject } from "../objects/type-object";
import type { Machine } from "./machine";

/** Of a type that no instruction remembers. It is no version, and not what an empty cache word holds. */
export const NO_VERSION = -1;

/** Where in `Machine.versions` a type's version is: an object is at least eight words long. */
export function versionAt(type: number): number {
  return type >> 3;
}

/** An instruction is about to remember something of a type. @returns the version by which it knows the type again. */
export function rememberVersion(m: Machine, { id, version }: TypeObject): number {
  const at = versionAt(id);
  if (at >= m.versions.length) {
    const larger = new Int32Array(Math.max(at + 1, m.versions.length * 2)).fill(NO_VERSION);
    larger.set(m.versions);
    m.versions = larger;
  }
  m.versions[at] = version;
  return version;
}

/** The type has changed or is dead: what instructions remember of it is void. */
export function forgetVersion(m: Machine, type: number): void {
  const at = versionAt(type);
  if (at < m.versions.length) m.versions[at] = NO_VERSION;
}
