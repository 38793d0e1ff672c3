/** Reads lists of expressions: tuples, lists, sets and dictionaries. */

import type { SyntaxNode } from "@lezer/common";
import type { Expression } from "./ast";
import { childrenOf, type Reader, splitAt } from "./reader";

/**
 * Expressions between commas, each perhaps with a star.
 *
 * @param nodes - Elements, stars and commas; at least one element.
 * @returns The expression itself when it is alone and without comma, else a Tuple that spans all nodes.
 */
export function readElements(reader: Reader, nodes: readonly SyntaxNode[]): Expression {
  const elts = elementsOf(reader, nodes);
  const [only] = elts;
  if (only !== undefined && !nodes.some((node) => node.name === ",")) return only;
  const from = nodes[0]!.from;
  return { kind: "Tuple", elts, ...reader.source.span(from, nodes.at(-1)!.to) };
}

/** Expressions between commas as a list. */
export function elementsOf(reader: Reader, nodes: readonly SyntaxNode[]): Expression[] {
  return splitAt(nodes, ",")
    .filter((group) => group.length > 0)
    .map((group) => readElement(reader, group));
}

function readElement(reader: Reader, [first, second]: readonly SyntaxNode[]): Expression {
  if (first!.name !== "*") return reader.expression(first!);
  if (second === undefined) throw reader.invalid(first!);
  return {
    kind: "Starred",
    value: reader.expression(second),
    ...reader.source.span(first!.from, second.to),
  };
}

export function readTuple(reader: Reader, node: SyntaxNode): Expression {
  return { kind: "Tuple", elts: elementsOf(reader, childrenOf(node).slice(1, -1)), ...reader.span(node) };
}

export function readList(reader: Reader, node: SyntaxNode): Expression {
  return { kind: "List", elts: elementsOf(reader, childrenOf(node).slice(1, -1)), ...reader.span(node) };
}

export function readSet(reader: Reader, node: SyntaxNode): Expression {
  return { kind: "Set", elts: elementsOf(reader, childrenOf(node).slice(1, -1)), ...reader.span(node) };
}

export function readDict(reader: Reader, node: SyntaxNode): Expression {
  const keys: (Expression | null)[] = [];
  const values: Expression[] = [];
  for (const [first, second, third] of splitAt(childrenOf(node).slice(1, -1), ",")) {
    if (first === undefined) continue;
    const value = first.name === "**" ? second : third;
    if (value === undefined) throw reader.invalid(first);
    keys.push(first.name === "**" ? null : reader.expression(first));
    values.push(reader.expression(value));
  }
  return { kind: "Dict", keys, values, ...reader.span(node) };
}
