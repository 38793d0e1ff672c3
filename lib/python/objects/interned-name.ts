/** The one str object of a name that a program has put together itself, for `getattr(o, name)`. Mirrors `PyUnicode_InternInPlace`. */

import { internedStr } from "../../sim/objects/interned-str";
import type { Machine } from "../run/machine";
import { textOf } from "./make-atom";

/** The interned str with the text of `name`, borrowed: it lives for ever. @param name - A str, of whatever origin. */
export function internedName(m: Machine, name: number): number {
  const text = textOf(m, name);
  return m.h.interned.get(text) ?? internedStr(m.h, text);
}
