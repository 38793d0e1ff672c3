/** Reads functions and classes, with their decorators. */

import type { SyntaxNode } from "@lezer/common";
import type { ClassDef, Expression, FunctionDef, Statement } from "./ast";
import { readArguments } from "./calls";
import { readAnnotation, readParameters } from "./parameters";
import { childrenOf, type Reader } from "./reader";

/** Decorators, from the top down, then the definition. */
export function readDecorated(reader: Reader, node: SyntaxNode): Statement {
  const children = childrenOf(node);
  const definition = children.pop()!;
  const decoratorList = children.map((child) => readDecorator(reader, child));
  const statement =
    definition.name === "ClassDefinition" ? readClass(reader, definition) : readFunction(reader, definition);
  return { ...statement, decoratorList };
}

export function readFunction(reader: Reader, node: SyntaxNode): FunctionDef {
  const children = childrenOf(node);
  refuseAsync(reader, children[0]!);
  refuseTypeParameters(reader, children);
  const returns = children.find((child) => child.name === "TypeDef");
  return {
    kind: "FunctionDef",
    name: reader.identifier(children[1]!),
    args: readParameters(reader, children.find((child) => child.name === "ParamList")!),
    body: reader.body(children.at(-1)!),
    decoratorList: [],
    returns: returns === undefined ? null : readAnnotation(reader, returns),
    ...reader.source.position(node.from),
  };
}

export function readClass(reader: Reader, node: SyntaxNode): ClassDef {
  const children = childrenOf(node);
  refuseTypeParameters(reader, children);
  const list = children.find((child) => child.name === "ArgList");
  const generator = list && childrenOf(list).find((child) => child.name === "for");
  if (generator !== undefined) throw reader.source.syntaxError("invalid syntax", list!.from);
  const { args, keywords } = list === undefined ? { args: [], keywords: [] } : readArguments(reader, list);
  return {
    kind: "ClassDef",
    name: reader.identifier(children[1]!),
    bases: args,
    keywords,
    body: reader.body(children.at(-1)!),
    decoratorList: [],
    ...reader.source.position(node.from),
  };
}

/** @throws {NotSupported} When `node` is the word `async`. */
export function refuseAsync(reader: Reader, node: SyntaxNode): void {
  if (node.name === "async")
    throw reader.source.notSupported("async statement", "write it without async", node.from);
}

function refuseTypeParameters(reader: Reader, children: readonly SyntaxNode[]): void {
  const list = children.find((child) => child.name === "TypeParamList");
  if (list !== undefined)
    throw reader.source.notSupported("type parameter list", "leave the type parameters out", list.from);
}

/** `@`, names with dots between them, perhaps arguments. */
function readDecorator(reader: Reader, node: SyntaxNode): Expression {
  const [, name, ...rest] = childrenOf(node);
  let expression = reader.expression(name!);
  for (const child of rest)
    if (child.name === "VariableName")
      expression = {
        kind: "Attribute",
        value: expression,
        attr: reader.identifier(child),
        ...reader.source.span(name!.from, child.to),
      };
    else if (child.name === "ArgList")
      expression = {
        kind: "Call",
        func: expression,
        ...readArguments(reader, child),
        ...reader.source.span(name!.from, child.to),
      };
  return expression;
}
