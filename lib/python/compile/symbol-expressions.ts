/** Names in expressions. Mirrors `symtable_visit_expr` of Python/symtable.c. */

import type { Expression } from "../parse/ast";
import { Use } from "./scope";
import type { SymbolTableBuilder } from "./symbol-table";

/**
 * Add the names of an expression.
 *
 * @param use - What happens to a name that stands alone, in a tuple or in a list: READ, or LOCAL in a target.
 */
export function addExpression(builder: SymbolTableBuilder, node: Expression, use: Use = Use.READ): void {
  switch (node.kind) {
    case "Constant":
      return;
    case "Name":
      return addName(builder, node.id, use);
    case "Tuple":
    case "List":
      return addAll(builder, node.elts, use);
    case "Starred":
      return addExpression(builder, node.value, use);
    case "NamedExpr":
      builder.addNamedTarget(node.target.id);
      return addExpression(builder, node.value);
    case "Lambda":
      builder.addDefaults(node.args);
      return builder.within(node, "function", "lambda", () => {
        builder.addParameters(node.args);
        addExpression(builder, node.body);
      });
    case "ListComp":
      return builder.addComprehension(node, "list", [node.elt]);
    case "SetComp":
      return builder.addComprehension(node, "set", [node.elt]);
    case "GeneratorExp":
      return builder.addComprehension(node, "generator", [node.elt]);
    case "DictComp":
      return builder.addComprehension(node, "dict", [node.key, node.value]);
    case "Yield":
    case "YieldFrom":
      builder.scope.generator = true;
      return addAll(builder, [node.value]);
    default:
      return addAll(builder, operandsOf(node));
  }
}

function addName(builder: SymbolTableBuilder, name: string, use: Use): void {
  builder.add(name, use);
  // `super()` finds the class through the cell.
  if (name === "super" && use === Use.READ && builder.scope.kind === "function")
    builder.add("__class__", Use.READ);
}

function addAll(
  builder: SymbolTableBuilder,
  nodes: readonly (Expression | null)[],
  use: Use = Use.READ,
): void {
  for (const node of nodes) if (node !== null) addExpression(builder, node, use);
}

type Compound = Exclude<
  Expression,
  {
    readonly kind:
      | ("Constant" | "Name" | "Tuple" | "List" | "Starred" | "NamedExpr" | "Lambda" | "Yield" | "YieldFrom")
      | ("ListComp" | "SetComp" | "GeneratorExp" | "DictComp");
  }
>;

function operandsOf(node: Compound): readonly (Expression | null)[] {
  switch (node.kind) {
    case "BoolOp":
    case "JoinedStr":
      return node.values;
    case "BinOp":
      return [node.left, node.right];
    case "UnaryOp":
      return [node.operand];
    case "IfExp":
      return [node.test, node.body, node.orelse];
    case "Dict":
      return [...node.keys, ...node.values];
    case "Set":
      return node.elts;
    case "Compare":
      return [node.left, ...node.comparators];
    case "Call":
      return [node.func, ...node.args, ...node.keywords.map((keyword) => keyword.value)];
    case "FormattedValue":
      return [node.value, node.formatSpec];
    case "Attribute":
      return [node.value];
    case "Subscript":
      return [node.value, node.slice];
    case "Slice":
      return [node.lower, node.upper, node.step];
  }
}
