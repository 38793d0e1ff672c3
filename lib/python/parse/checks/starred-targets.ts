/** Checks the stars of a target. Mirrors `unpack_helper` and `assignment_helper` in Python/compile.c. */

import type { Expression } from "../ast";
import type { SourceText } from "../source-text";

/** `*a = b` and `*a, *b = c`. */
export function checkStarredTarget(source: SourceText, target: Expression): void {
  if (target.kind === "Starred")
    throw source.syntaxError("starred assignment target must be in a list or tuple", target);
  checkElements(source, target);
}

function checkElements(source: SourceText, target: Expression): void {
  if (target.kind !== "List" && target.kind !== "Tuple") return;
  const stars = target.elts.filter((element) => element.kind === "Starred");
  if (stars.length > 1) throw source.syntaxError("multiple starred expressions in assignment", target);
  for (const element of target.elts)
    checkElements(source, element.kind === "Starred" ? element.value : element);
}
