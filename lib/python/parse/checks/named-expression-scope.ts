/** Finds the scope that `:=` binds in. Mirrors `symtable_extend_namedexpr_scope` in Python/symtable.c. */

import { type Scope, Use } from "./scope";

/**
 * @param scope - Where the expression stands. Comprehensions around it learn that the name is not theirs.
 * @param inIterable - In the iterable of a comprehension, where `:=` may not stand.
 * @returns The scope, and CPython's message when the name cannot be bound there.
 */
export function namedExpressionScope(
  scope: Scope,
  name: string,
  inIterable: boolean,
): { readonly scope: Scope; readonly error: string | null } {
  if (inIterable) {
    const error = "assignment expression cannot be used in a comprehension iterable expression";
    return { scope, error };
  }
  let target = scope;
  while (target.comprehension !== null) {
    if (target.uses(name) & Use.Iteration) {
      const error = `assignment expression cannot rebind comprehension iteration variable '${name}'`;
      return { scope, error };
    }
    target.add(name, Use.Nonlocal);
    target = target.parent!;
  }
  const error =
    target !== scope && target.kind === "class"
      ? "assignment expression within a comprehension cannot be used in a class body"
      : null;
  return { scope: target, error };
}
