/** Reads an expression: which function for which Lezer node, and the simple ones. */

import type { SyntaxNode } from "@lezer/common";
import type { Constant, Expression } from "./ast";
import { isBoolean, readBoolean } from "./boolean";
import { readCall } from "./calls";
import { readComprehension } from "./comprehensions";
import { readDict, readList, readSet, readTuple } from "./displays";
import { namedExpression } from "./named-expression";
import { readNumber } from "./numbers";
import { binaryOperators, unaryOperators } from "./operator";
import { readParameters } from "./parameters";
import { childrenOf, type Reader } from "./reader";
import { readString } from "./strings";
import { readSubscript } from "./subscripts";
import { keywords } from "./token";
import { readBareYield, readYield } from "./yields";

type Read = (reader: Reader, node: SyntaxNode) => Expression;

const readers: Readonly<Record<string, Read>> = {
  VariableName: readName,
  Number: readNumber,
  String: readString,
  FormatString: readString,
  ContinuedString: readString,
  Boolean: (reader, node) => constant(reader, node, { type: "bool", value: reader.text(node) === "True" }),
  None: (reader, node) => constant(reader, node, { type: "None" }),
  Ellipsis: (reader, node) => constant(reader, node, { type: "Ellipsis" }),
  ParenthesizedExpression: readParenthesized,
  TupleExpression: readTuple,
  ArrayExpression: readList,
  SetExpression: readSet,
  DictionaryExpression: readDict,
  ComprehensionExpression: readComprehension,
  ArrayComprehensionExpression: readComprehension,
  SetComprehensionExpression: readComprehension,
  DictionaryComprehensionExpression: readComprehension,
  CallExpression: readCall,
  MemberExpression: readMember,
  UnaryExpression: readUnary,
  BinaryExpression: readBinary,
  ConditionalExpression: readConditional,
  LambdaExpression: readLambda,
  NamedExpression: readNamed,
  YieldExpression: readYield,
  AwaitExpression: (reader, node) => {
    throw reader.source.notSupported("await expression", "call a plain function", node.from);
  },
};

/**
 * @param node - A node of one expression; not a list of several.
 * @throws {PythonSyntaxError} @throws {NotSupported}
 */
export function readExpression(reader: Reader, node: SyntaxNode): Expression {
  const read = readers[node.name];
  if (read === undefined) throw reader.invalid(node);
  return read(reader, node);
}

function readName(reader: Reader, node: SyntaxNode): Expression {
  if (reader.text(node) === "yield") return readBareYield(reader, node);
  return { kind: "Name", id: reader.identifier(node), ...reader.span(node) };
}

function constant(reader: Reader, node: SyntaxNode, value: Constant["value"]): Constant {
  return { kind: "Constant", value, ...reader.span(node) };
}

/** Parentheses leave no trace in the tree: the span is that of what they hold. */
function readParenthesized(reader: Reader, node: SyntaxNode): Expression {
  const inner = childrenOf(node)[1];
  if (inner === undefined) throw reader.invalid(node);
  if (inner.name === "*") throw reader.source.syntaxError("cannot use starred expression here", inner.from);
  return reader.expression(inner);
}

function readMember(reader: Reader, node: SyntaxNode): Expression {
  const [value, access, name] = childrenOf(node);
  if (value === undefined || access === undefined || name === undefined) throw reader.invalid(node);
  if (access.name !== ".") return readSubscript(reader, node);
  if (keywords.has(reader.text(name))) throw reader.invalid(name);
  return {
    kind: "Attribute",
    value: reader.expression(value),
    attr: reader.identifier(name),
    ...reader.span(node),
  };
}

function readUnary(reader: Reader, node: SyntaxNode): Expression {
  if (isBoolean(node)) return readBoolean(reader, node);
  const [operator, operand] = childrenOf(node);
  const op = operator && unaryOperators[reader.text(operator)];
  if (op === undefined || operand === undefined) throw reader.invalid(node);
  return { kind: "UnaryOp", op, operand: reader.expression(operand), ...reader.span(node) };
}

function readBinary(reader: Reader, node: SyntaxNode): Expression {
  if (isBoolean(node)) return readBoolean(reader, node);
  const [left, operator, right] = childrenOf(node);
  const op = operator && binaryOperators[reader.text(operator)];
  if (left === undefined || op === undefined || right === undefined) throw reader.invalid(node);
  return {
    kind: "BinOp",
    left: reader.expression(left),
    op,
    right: reader.expression(right),
    ...reader.span(node),
  };
}

function readConditional(reader: Reader, node: SyntaxNode): Expression {
  const [body, , test, , orelse] = childrenOf(node);
  if (body === undefined || test === undefined || orelse === undefined) throw reader.invalid(node);
  return {
    kind: "IfExp",
    test: reader.expression(test),
    body: reader.expression(body),
    orelse: reader.expression(orelse),
    ...reader.span(node),
  };
}

function readLambda(reader: Reader, node: SyntaxNode): Expression {
  const [, parameters, , body] = childrenOf(node);
  if (parameters === undefined || body === undefined) throw reader.invalid(node);
  const args = readParameters(reader, parameters);
  return { kind: "Lambda", args, body: reader.expression(body), ...reader.span(node) };
}

function readNamed(reader: Reader, node: SyntaxNode): Expression {
  const [target, , value] = childrenOf(node);
  if (target === undefined || value === undefined) throw reader.invalid(node);
  return namedExpression(reader, target, value);
}
