/** Keyword arguments from a dict. */

import { item, keysOf } from "../../sim/objects/dict";
import { textOf } from "../objects/make-atom";
import type { Keywords } from "../objects/native-type";
import type { Machine } from "../run/machine";

/** Borrowed from the dict, whose keys are str. */
export function keywordsIn(m: Machine, dict: number): Keywords {
  return new Map(keysOf(m.h, dict).map((key) => [textOf(m, key), item(m.h, dict, key)]));
}
