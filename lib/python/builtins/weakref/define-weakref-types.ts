/** The types of weak references, which classes need even when nobody imports the module `weakref`. */

import { defineType } from "../../objects/define-type";
import type { Machine } from "../../run/machine";
import { keyedReferenceType } from "./keyed-reference-type";
import { proxyTypes } from "./proxy-type";
import { referenceType } from "./reference-type";

/** Define them under the names that the version has for them. */
export function defineWeakrefTypes(m: Machine): void {
  defineType(m, referenceType(m.rules));
  defineType(m, keyedReferenceType(m.rules));
  for (const type of proxyTypes(m.rules)) defineType(m, type);
}
