/** The text of containers. Mirrors `list_repr`, `tuplerepr`, `dict_repr`, `set_repr`. */

import { Field } from "../../sim/heap/memory-map";
import { decref, incref } from "../../sim/heap/refcount";
import type { Machine } from "../run/machine";
import { enterRepr, leaveRepr, repr } from "./text";

/**
 * The repr of a container, made by `make`; inside of itself it is `inside`. null = exception set.
 *
 * @param inside - For example `[...]`.
 */
export function containerText(
  m: Machine,
  o: number,
  inside: string,
  make: (m: Machine, o: number) => string | null,
): string | null {
  if (!enterRepr(m, o)) return inside;
  const text = make(m, o);
  leaveRepr(m, o);
  return text;
}

/** The reprs of the items of a list or tuple, which may change meanwhile; null = exception set. */
export function itemTexts(m: Machine, sequence: number): string[] | null {
  const texts: string[] = [];
  for (let i = 0; i < m.h.memory[sequence + Field.LENGTH]!; i++) {
    const text = heldRepr(m, m.h.memory[m.h.memory[sequence + Field.START]! + i]!);
    if (text === null) return null;
    texts.push(text);
  }
  return texts;
}

/** The repr of an object that lives through it; null = exception set. */
export function heldRepr(m: Machine, o: number): string | null {
  incref(m.h, o);
  const text = repr(m, o);
  decref(m.h, o);
  return text;
}
