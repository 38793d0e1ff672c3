/** Reads `yield`, as a statement or an expression. */

import type { SyntaxNode } from "@lezer/common";
import type { Expression } from "./ast";
import { readElements } from "./displays";
import { childrenOf, type Reader } from "./reader";

/** @param node - A YieldExpression or a YieldStatement: they have the same children. */
export function readYield(reader: Reader, node: SyntaxNode): Expression {
  const [, first, second] = childrenOf(node);
  if (first?.name === "from" && second !== undefined)
    return { kind: "YieldFrom", value: reader.expression(second), ...reader.span(node) };
  const value = readElements(reader, childrenOf(node).slice(1));
  return { kind: "Yield", value, ...reader.span(node) };
}

/**
 * A `yield` without operand, which Lezer was shown as a name. It stands where `yield` may, not where a name may.
 *
 * @param node - A VariableName with the text "yield".
 */
export function readBareYield(reader: Reader, node: SyntaxNode): Expression {
  const { parent } = node;
  const siblings = childrenOf(parent!);
  const index = siblings.findIndex((sibling) => sibling.from === node.from);
  const before = siblings[index - 1]?.name;
  const after = siblings[index + 1]?.name;
  if (parent!.name === "AssignStatement" && after === "AssignOp")
    throw reader.source.syntaxError("assignment to yield expression not possible", node.from);
  const allowed: Readonly<Record<string, boolean>> = {
    ParenthesizedExpression: true,
    ExpressionStatement: siblings.length === 1,
    AssignStatement: before === "AssignOp" && after === undefined,
    UpdateStatement: before === "UpdateOp" && after === undefined,
    FormatReplacement: before === "{" && after !== ",",
  };
  if (allowed[parent!.name] !== true) throw reader.invalid(node);
  return { kind: "Yield", value: null, ...reader.span(node) };
}
