/** Why a name can no longer be declared. Mirrors `symtable_visit_stmt`, Global_kind and Nonlocal_kind. */

import { Use } from "./scope";

/**
 * @param uses - What the scope did with `name` before.
 * @returns CPython's message; null when the declaration is in order.
 */
export function declarationError(kind: "Global" | "Nonlocal", name: string, uses: number): string | null {
  const word = kind.toLowerCase();
  if (uses & Use.Parameter) return `name '${name}' is parameter and ${word}`;
  if (uses & Use.Read) return `name '${name}' is used prior to ${word} declaration`;
  if (uses & Use.Annotated) return `annotated name '${name}' can't be ${word}`;
  if (uses & Use.Bound) return `name '${name}' is assigned to before ${word} declaration`;
  return null;
}
