/** Reads `value[...]`: an index, a slice, or several between commas. */

import type { SyntaxNode } from "@lezer/common";
import type { Expression, Slice } from "./ast";
import { childrenOf, type Reader, splitAt } from "./reader";

export function readSubscript(reader: Reader, node: SyntaxNode): Expression {
  const [value, , ...rest] = childrenOf(node);
  const inner = rest.slice(0, -1);
  const items = splitAt(inner, ",")
    .filter((group) => group.length > 0)
    .map((group) => readItem(reader, group));
  const [only] = items;
  if (value === undefined || only === undefined) throw reader.invalid(node);
  const isTuple = inner.some((child) => child.name === ",");
  const slice: Expression = isTuple
    ? { kind: "Tuple", elts: items, ...reader.source.span(inner[0]!.from, inner.at(-1)!.to) }
    : only;
  return { kind: "Subscript", value: reader.expression(value), slice, ...reader.span(node) };
}

function readItem(reader: Reader, nodes: readonly SyntaxNode[]): Expression {
  if (!nodes.some((node) => node.name === ":")) return reader.expression(nodes[0]!);
  const [lower, upper, step] = splitAt(nodes, ":").map((group) => readBound(reader, group[0]));
  const span = reader.source.span(nodes[0]!.from, nodes.at(-1)!.to);
  const slice: Slice = {
    kind: "Slice",
    lower: lower ?? null,
    upper: upper ?? null,
    step: step ?? null,
    ...span,
  };
  return slice;
}

/** A bound may be left out; a named expression needs parentheses. */
function readBound(reader: Reader, node: SyntaxNode | undefined): Expression | null {
  if (node === undefined) return null;
  if (node.name === "NamedExpression") throw reader.invalid(node);
  return reader.expression(node);
}
