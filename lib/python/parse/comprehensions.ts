/** Reads comprehensions and generator expressions. */

import type { SyntaxNode } from "@lezer/common";
import type { Comprehension, Expression, Span } from "./ast";
import { readElements } from "./displays";
import { childrenOf, type Reader } from "./reader";

const kinds: Readonly<Record<string, "GeneratorExp" | "ListComp" | "SetComp">> = {
  ComprehensionExpression: "GeneratorExp",
  ArrayComprehensionExpression: "ListComp",
  SetComprehensionExpression: "SetComp",
};

/** A comprehension in brackets of its own. */
export function readComprehension(reader: Reader, node: SyntaxNode): Expression {
  const children = childrenOf(node).slice(1, -1);
  const [first, , value] = children;
  if (first === undefined) throw reader.invalid(node);
  const kind = kinds[node.name];
  if (kind !== undefined) {
    if (first.name === "*")
      throw reader.source.syntaxError("iterable unpacking cannot be used in comprehension", first.from);
    const elt = reader.expression(first);
    return { kind, elt, generators: readGenerators(reader, children), ...reader.span(node) };
  }
  if (first.name === "**")
    throw reader.source.syntaxError("dict unpacking cannot be used in dict comprehension", first.from);
  const key = reader.expression(first);
  return {
    kind: "DictComp",
    key,
    value: reader.expression(value!),
    generators: readGenerators(reader, children),
    ...reader.span(node),
  };
}

/**
 * A generator expression whose parentheses are those of the call.
 *
 * @param elt - What stands before `for`.
 * @param nodes - `for` and what follows it, without parentheses.
 */
export function generatorArgument(
  reader: Reader,
  elt: Expression,
  nodes: readonly SyntaxNode[],
  span: Span,
): Expression {
  return { kind: "GeneratorExp", elt, generators: readGenerators(reader, nodes), ...span };
}

/** Every `for ... in ... if ...`; what stands before the first `for` is passed over. */
function readGenerators(reader: Reader, nodes: readonly SyntaxNode[]): Comprehension[] {
  const generators: Comprehension[] = [];
  const begins = nodes.flatMap((node, index) => (node.name === "for" ? [index] : []));
  begins.forEach((begin, index) => {
    generators.push(readGenerator(reader, nodes.slice(begin, begins[index + 1])));
  });
  const async = nodes.find((node) => node.name === "async");
  if (async !== undefined)
    throw reader.source.notSupported("async comprehension", "use a plain for", async.from);
  return generators;
}

/** @param nodes - `for`, targets, `in`, iterable, then `if` and condition in turn. */
function readGenerator(reader: Reader, nodes: readonly SyntaxNode[]): Comprehension {
  const middle = nodes.findIndex((node) => node.name === "in");
  const iter = nodes[middle + 1];
  if (middle < 0 || iter === undefined) throw reader.invalid(nodes[0]!);
  return {
    kind: "comprehension",
    target: readElements(reader, nodes.slice(1, middle)),
    iter: reader.expression(iter),
    ifs: nodes
      .slice(middle + 2)
      .filter((node) => node.name !== "if" && node.name !== "async")
      .map((node) => {
        // Up to CPython 3.8 a lambda could stand here.
        if (node.name === "LambdaExpression") throw reader.invalid(node);
        return reader.expression(node);
      }),
  };
}
