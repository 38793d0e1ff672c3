/** Reads `name := value`. */

import type { SyntaxNode } from "@lezer/common";
import type { Expression } from "./ast";
import { describe } from "./describe";
import type { Reader } from "./reader";

/**
 * @param target - What stands before `:=`.
 * @throws {PythonSyntaxError} When that is not a name without parentheses.
 */
export function namedExpression(reader: Reader, target: SyntaxNode, value: SyntaxNode): Expression {
  const name = reader.expression(target);
  if (name.kind !== "Name" || target.name !== "VariableName")
    throw reader.source.syntaxError(`cannot use assignment expressions with ${describe(name)}`, target.from);
  return {
    kind: "NamedExpr",
    target: name,
    value: reader.expression(value),
    ...reader.source.span(target.from, value.to),
  };
}
