/** What CPython calls an expression in an error. Mirrors `_PyPegen_get_expr_name` in Parser/pegen.c. */

import type { Constant, Expression } from "./ast";

const names: Readonly<Record<Exclude<Expression["kind"], "Constant">, string>> = {
  Attribute: "attribute",
  Subscript: "subscript",
  Starred: "starred",
  Name: "name",
  List: "list",
  Tuple: "tuple",
  Lambda: "lambda",
  Call: "function call",
  BoolOp: "expression",
  BinOp: "expression",
  UnaryOp: "expression",
  GeneratorExp: "generator expression",
  Yield: "yield expression",
  YieldFrom: "yield expression",
  ListComp: "list comprehension",
  SetComp: "set comprehension",
  DictComp: "dict comprehension",
  Dict: "dict literal",
  Set: "set display",
  JoinedStr: "f-string expression",
  FormattedValue: "f-string expression",
  Compare: "comparison",
  IfExp: "conditional expression",
  NamedExpr: "named expression",
  Slice: "slice",
};

/** For example "function call", "literal", "True". */
export function describe(expression: Expression): string {
  return expression.kind === "Constant" ? describeConstant(expression) : names[expression.kind];
}

function describeConstant({ value }: Constant): string {
  if (value.type === "bool") return value.value ? "True" : "False";
  if (value.type === "None") return "None";
  return value.type === "Ellipsis" ? "ellipsis" : "literal";
}
