/** Reads statements: which function for which Lezer node, and the short ones. */

import type { SyntaxNode } from "@lezer/common";
import { readAssign, readUpdate } from "./assignments";
import type { Statement } from "./ast";
import { readFor, readIf, readTry, readWhile, readWith } from "./compound";
import { readClass, readDecorated, readFunction } from "./definitions";
import { readElements } from "./displays";
import { readImport } from "./imports";
import { childrenOf, type Reader, splitAt } from "./reader";
import { readYield } from "./yields";

type Read = (reader: Reader, node: SyntaxNode) => Statement;

const readers: Readonly<Record<string, Read>> = {
  AssignStatement: readAssign,
  UpdateStatement: readUpdate,
  ExpressionStatement: (reader, node) => ({
    kind: "Expr",
    value: readElements(reader, childrenOf(node)),
    ...reader.source.position(node.from),
  }),
  YieldStatement: (reader, node) => ({
    kind: "Expr",
    value: readYield(reader, node),
    ...reader.source.position(node.from),
  }),
  DeleteStatement: readDelete,
  PassStatement: (reader, node) => ({ kind: "Pass", ...reader.source.position(node.from) }),
  BreakStatement: (reader, node) => ({ kind: "Break", ...reader.source.position(node.from) }),
  ContinueStatement: (reader, node) => ({ kind: "Continue", ...reader.source.position(node.from) }),
  ReturnStatement: readReturn,
  RaiseStatement: readRaise,
  ImportStatement: readImport,
  ScopeStatement: readScope,
  AssertStatement: readAssert,
  IfStatement: readIf,
  WhileStatement: readWhile,
  ForStatement: readFor,
  TryStatement: readTry,
  WithStatement: readWith,
  FunctionDefinition: readFunction,
  ClassDefinition: readClass,
  DecoratedStatement: readDecorated,
  MatchStatement: (reader, node) => {
    throw reader.source.notSupported("match statement", "use if and elif", node.from);
  },
  TypeDefinition: (reader, node) => {
    throw reader.source.notSupported("type statement", "assign the type to a name", node.from);
  },
};

/**
 * The statements of a block or of the whole program.
 *
 * @param nodes - Statements; a StatementGroup is several on one line.
 */
export function readStatements(reader: Reader, nodes: readonly SyntaxNode[]): Statement[] {
  return nodes.flatMap((node) => {
    if (node.name !== "StatementGroup") return [readStatement(reader, node)];
    refuseEmpty(reader, childrenOf(node));
    return readStatements(
      reader,
      childrenOf(node).filter((child) => child.name !== ";"),
    );
  });
}

/** @param node - A Body: a colon and a block. */
export function readBody(reader: Reader, node: SyntaxNode): Statement[] {
  return readStatements(
    reader,
    childrenOf(node).filter((child) => child.name !== ":"),
  );
}

function readStatement(reader: Reader, node: SyntaxNode): Statement {
  const read = readers[node.name];
  if (read === undefined) throw reader.invalid(node);
  return read(reader, node);
}

/** Lezer accepts `a;;b`. */
function refuseEmpty(reader: Reader, nodes: readonly SyntaxNode[]): void {
  const second = nodes.find((node, index) => node.name === ";" && nodes[index - 1]?.name === ";");
  if (second !== undefined) throw reader.invalid(second);
}

function readDelete(reader: Reader, node: SyntaxNode): Statement {
  const targets = childrenOf(node)
    .slice(1)
    .filter((child) => child.name !== ",")
    .map((child) => reader.expression(child));
  return { kind: "Delete", targets, ...reader.source.position(node.from) };
}

function readReturn(reader: Reader, node: SyntaxNode): Statement {
  const values = childrenOf(node).slice(1);
  const value = values.length === 0 ? null : readElements(reader, values);
  return { kind: "Return", value, ...reader.source.position(node.from) };
}

function readRaise(reader: Reader, node: SyntaxNode): Statement {
  const [, exc, word, cause] = childrenOf(node);
  if (word !== undefined && word.name !== "from") throw reader.invalid(word);
  return {
    kind: "Raise",
    exc: exc === undefined ? null : reader.expression(exc),
    cause: cause === undefined ? null : reader.expression(cause),
    ...reader.source.position(node.from),
  };
}

function readScope(reader: Reader, node: SyntaxNode): Statement {
  const [word, ...rest] = childrenOf(node);
  refuseTrailingComma(reader, rest);
  const names = rest.filter((child) => child.name !== ",").map((child) => reader.identifier(child));
  const kind = word!.name === "global" ? "Global" : "Nonlocal";
  return { kind, names, ...reader.source.position(node.from) };
}

function readAssert(reader: Reader, node: SyntaxNode): Statement {
  const rest = childrenOf(node).slice(1);
  refuseTrailingComma(reader, rest);
  const [test, msg, third] = splitAt(rest, ",").map((group) => group[0]);
  if (third !== undefined) throw reader.invalid(third.prevSibling!);
  return {
    kind: "Assert",
    test: reader.expression(test!),
    msg: msg === undefined ? null : reader.expression(msg),
    ...reader.source.position(node.from),
  };
}

/** Lezer accepts a comma at the end of every list. CPython sees the end of the line in place of an item. */
function refuseTrailingComma(reader: Reader, nodes: readonly SyntaxNode[]): void {
  const last = nodes.at(-1);
  if (last?.name === ",") throw reader.source.syntaxError("invalid syntax", last.to);
}
