/** The method resolution order of a class with its bases: C3. Mirrors `mro_implementation`, `pmerge` in `Objects/typeobject.c`. */

import { raise } from "../run/error";
import type { Machine } from "../run/machine";
import { fill } from "./fill";
import type { TypeObject } from "./type-object";

/** The mro of a new class without the class itself; null with TypeError set when the bases have no common order. */
export function linearize(m: Machine, bases: readonly TypeObject[]): TypeObject[] | null {
  const twice = bases.find((base, i) => bases.indexOf(base) < i);
  if (twice !== undefined) return fail(m, `duplicate base class ${twice.name}`);
  const sequences = [...bases.map((base) => [...base.mro]), [...bases]];
  const mro: TypeObject[] = [];
  for (;;) {
    const left = sequences.filter((sequence) => sequence.length > 0);
    if (left.length === 0) return mro;
    // The first head that is in no other sequence's tail.
    const next = left.find(([head]) => !left.some((other) => other.indexOf(head!) > 0))?.[0];
    if (next === undefined)
      return fail(m, fill(m.rules.texts.noMro, left.map(firstName).filter(isFirst).join(", ")));
    mro.push(next);
    for (const sequence of left) if (sequence[0] === next) sequence.shift();
  }
}

function firstName([first]: readonly TypeObject[]): string {
  return first!.name;
}

function isFirst(name: string, i: number, names: readonly string[]): boolean {
  return names.indexOf(name) === i;
}

function fail(m: Machine, message: string): null {
  raise(m, "TypeError", message);
  return null;
}
