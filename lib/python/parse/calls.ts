/** Reads calls and the arguments of calls and classes. Mirrors `invalid_arguments` in Grammar/python.gram. */

import type { SyntaxNode } from "@lezer/common";
import type { Expression, Keyword } from "./ast";
import { generatorArgument } from "./comprehensions";
import { namedExpression } from "./named-expression";
import { childrenOf, type Reader } from "./reader";

/** What stands between the parentheses of a call. */
export interface ArgumentList {
  readonly args: readonly Expression[];
  readonly keywords: readonly Keyword[];
}

export function readCall(reader: Reader, node: SyntaxNode): Expression {
  const [func, list] = childrenOf(node);
  if (func === undefined || list === undefined) throw reader.invalid(node);
  return {
    kind: "Call",
    func: reader.expression(func),
    ...readArguments(reader, list),
    ...reader.span(node),
  };
}

/**
 * @param list - An ArgList.
 * @throws {PythonSyntaxError} When a generator expression without parentheses has company, or a name gets one.
 */
export function readArguments(reader: Reader, list: SyntaxNode): ArgumentList {
  const args: Expression[] = [];
  const keywords: Keyword[] = [];
  const nodes = childrenOf(list).slice(1, -1);
  const groups = splitArguments(nodes);
  for (const group of groups) {
    const [first, second, third] = group;
    if (first === undefined) continue;
    if (first.name === "*")
      args.push({
        kind: "Starred",
        value: reader.expression(second!),
        ...reader.source.span(first.from, second!.to),
      });
    else if (first.name === "**") keywords.push(keyword(reader, null, first, second!));
    else if (second?.name === "AssignOp" && reader.text(second) === "=") {
      if (group.length > 3)
        throw reader.source.syntaxError(
          "invalid syntax. Maybe you meant '==' or ':=' instead of '='?",
          first.from,
        );
      keywords.push(keyword(reader, reader.identifier(first), first, third!));
    } else args.push(readPositional(reader, group, list, groups.length === 1));
  }
  return { args, keywords };
}

/** Split at commas, but not at those between `for` and `in`. */
function splitArguments(nodes: readonly SyntaxNode[]): SyntaxNode[][] {
  const groups: SyntaxNode[][] = [[]];
  let inTargets = false;
  for (const node of nodes) {
    if (node.name === "for" || node.name === "in") inTargets = node.name === "for";
    if (node.name === "," && !inTargets) groups.push([]);
    else groups.at(-1)!.push(node);
  }
  return groups;
}

/** `value`, `name := value`, each perhaps the element of a generator expression. */
function readPositional(
  reader: Reader,
  group: readonly SyntaxNode[],
  list: SyntaxNode,
  alone: boolean,
): Expression {
  const [first, second, third] = group;
  const named = second?.name === "AssignOp";
  const value = named ? namedExpression(reader, first!, third!) : reader.expression(first!);
  if (group.length <= (named ? 3 : 1)) return value;
  if (!alone) throw reader.source.syntaxError("Generator expression must be parenthesized", first!.from);
  return generatorArgument(reader, value, group, reader.span(list));
}

function keyword(reader: Reader, arg: string | null, first: SyntaxNode, value: SyntaxNode): Keyword {
  return { kind: "keyword", arg, value: reader.expression(value), ...reader.source.position(first.from) };
}
