/** Reads if, while, for, try and with. */

import type { SyntaxNode } from "@lezer/common";
import type { ExceptHandler, Statement, WithItem } from "./ast";
import { refuseAsync } from "./definitions";
import { readElements } from "./displays";
import { childrenOf, type Reader, splitAt } from "./reader";

/** They lie in each other, and whoever walks the tree does so by recursion. CPython's limit is some 3 000. */
const maxElifs = 500;

/** An `elif` is an If in `orelse` of the one before. */
export function readIf(reader: Reader, node: SyntaxNode): Statement {
  const nodes = childrenOf(node);
  const far = nodes.filter((child) => child.name === "elif")[maxElifs];
  if (far !== undefined)
    throw reader.source.notSupported(
      `more than ${maxElifs} elif of one if`,
      "look the case up in a dict",
      far.from,
    );
  return readBranch(reader, nodes);
}

/** @param nodes - `if` or `elif`, condition, body, and the branches behind. */
function readBranch(reader: Reader, nodes: readonly SyntaxNode[]): Statement {
  const [word, test, body, ...rest] = nodes;
  // Lezer accepts `elif:`.
  if (test!.name === "Body") throw reader.invalid(test!);
  return {
    kind: "If",
    test: reader.expression(test!),
    body: reader.body(body!),
    orelse: rest[0]?.name === "elif" ? [readBranch(reader, rest)] : readElse(reader, rest),
    ...reader.source.position(word!.from),
  };
}

/** @param nodes - `else` and a body, or nothing. */
function readElse(reader: Reader, nodes: readonly SyntaxNode[]): readonly Statement[] {
  return nodes[1] === undefined ? [] : reader.body(nodes[1]);
}

export function readWhile(reader: Reader, node: SyntaxNode): Statement {
  const [, test, body, ...rest] = childrenOf(node);
  return {
    kind: "While",
    test: reader.expression(test!),
    body: reader.body(body!),
    orelse: readElse(reader, rest),
    ...reader.source.position(node.from),
  };
}

export function readFor(reader: Reader, node: SyntaxNode): Statement {
  const children = childrenOf(node);
  refuseAsync(reader, children[0]!);
  const middle = children.findIndex((child) => child.name === "in");
  const body = children.findIndex((child) => child.name === "Body");
  return {
    kind: "For",
    target: readElements(reader, children.slice(1, middle)),
    iter: readElements(reader, children.slice(middle + 1, body)),
    body: reader.body(children[body]!),
    orelse: readElse(reader, children.slice(body + 1)),
    ...reader.source.position(node.from),
  };
}

export function readTry(reader: Reader, node: SyntaxNode): Statement {
  const [, body, ...rest] = childrenOf(node);
  const handlers: ExceptHandler[] = [];
  let orelse: readonly Statement[] = [];
  let finalbody: readonly Statement[] = [];
  while (rest.length > 0) {
    const clause = rest.splice(0, rest.findIndex((child) => child.name === "Body") + 1);
    const word = clause[0]!.name;
    if (word === "else") orelse = readElse(reader, clause);
    else if (word === "finally") finalbody = readElse(reader, clause);
    else handlers.push(readHandler(reader, clause));
  }
  if (handlers.length === 0 && finalbody.length === 0)
    throw reader.source.syntaxError("expected 'except' or 'finally' block", clauseEnd(reader, body!));
  const position = reader.source.position(node.from);
  return { kind: "Try", body: reader.body(body!), handlers, orelse, finalbody, ...position };
}

/** Offset of what follows a block. */
function clauseEnd(reader: Reader, body: SyntaxNode): number {
  const margin = /^[ \t\f]*(?=[^\s#])/gm;
  margin.lastIndex = body.to;
  return margin.test(reader.source.text) ? margin.lastIndex : reader.source.text.length;
}

/** @param clause - `except`, perhaps a type, perhaps `as` and a name, and the body. */
function readHandler(reader: Reader, clause: readonly SyntaxNode[]): ExceptHandler {
  const [type, separator, name] = clause.slice(1, -1);
  if (type?.name === "*")
    throw reader.source.notSupported("except*", "catch the exceptions one by one", type.from);
  if (separator?.name === ",")
    throw reader.source.syntaxError("multiple exception types must be parenthesized", type!.from);
  return {
    kind: "ExceptHandler",
    type: type === undefined ? null : reader.expression(type),
    name: name === undefined ? null : reader.identifier(name),
    body: reader.body(clause.at(-1)!),
    ...reader.source.position(clause[0]!.from),
  };
}

export function readWith(reader: Reader, node: SyntaxNode): Statement {
  const children = childrenOf(node);
  refuseAsync(reader, children[0]!);
  const groups = splitAt(children.slice(1, -1), ",");
  const last = groups.at(-1)!;
  if (last.length === 0) throw reader.invalid(children.at(-1)!);
  return {
    kind: "With",
    items: groups.flatMap((group) => readItems(reader, group, groups.length === 1)),
    body: reader.body(children.at(-1)!),
    ...reader.source.position(node.from),
  };
}

/**
 * @param group - An expression, perhaps `as` and a name.
 * @param alone - Then parentheses around several expressions hold items, as since CPython 3.9, not a tuple.
 */
function readItems(reader: Reader, [context, , name]: readonly SyntaxNode[], alone: boolean): WithItem[] {
  const contextExpr = reader.expression(context!);
  const isList = alone && name === undefined && context!.name === "TupleExpression";
  if (isList && contextExpr.kind === "Tuple" && contextExpr.elts.length > 0)
    if (!contextExpr.elts.some(({ kind }) => kind === "Starred" || kind === "NamedExpr"))
      return contextExpr.elts.map((elt) => ({ kind: "withitem", contextExpr: elt, optionalVars: null }));
  return [
    { kind: "withitem", contextExpr, optionalVars: name === undefined ? null : reader.expression(name) },
  ];
}
