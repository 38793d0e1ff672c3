/** Reads the parameters of a function. Mirrors `parameters` and `invalid_parameters` in Grammar/python.gram. */

import type { SyntaxNode } from "@lezer/common";
import type { Arg, Arguments, Expression } from "./ast";
import { childrenOf, type Reader } from "./reader";

/** What stands between two commas. */
interface Item {
  readonly type: "name" | "/" | "*" | "**";
  /** Offset of its first character. */
  readonly from: number;
  /** Null for `/` and for a bare `*`. */
  readonly arg: Arg | null;
  readonly default: Expression | null;
}

/**
 * @param list - A ParamList, of a `def` with parentheses, of a `lambda` without.
 * @throws {PythonSyntaxError} For parameters in an order that has no meaning.
 */
export function readParameters(reader: Reader, list: SyntaxNode): Arguments {
  const items = readItems(reader, list);
  const error = orderError(items);
  if (error !== null) throw reader.source.syntaxError(error.message, error.item.from);
  const slash = items.findIndex((item) => item.type === "/");
  const star = items.findIndex((item) => item.type === "*");
  const named = (from: number, to: number) => items.slice(from, to).filter(({ type }) => type === "name");
  const args = (found: readonly Item[]) => found.flatMap(({ arg }) => arg ?? []);
  const end = star < 0 ? items.length : star;
  const keywordOnly = star < 0 ? [] : named(star, items.length);
  return {
    kind: "arguments",
    posonlyargs: args(named(0, Math.max(slash, 0))),
    args: args(named(Math.max(slash, 0), end)),
    vararg: items[star]?.arg ?? null,
    kwonlyargs: args(keywordOnly),
    kwDefaults: keywordOnly.map((item) => item.default),
    kwarg: items.find((item) => item.type === "**")?.arg ?? null,
    defaults: named(0, end).flatMap((item) => item.default ?? []),
  };
}

/** The items in source order. Lezer has no node for `/`: it is text between two commas. */
function readItems(reader: Reader, list: SyntaxNode): Item[] {
  const items: Item[] = [];
  let group: SyntaxNode[] = [];
  let groupStart = list.from;
  const flush = (groupEnd: number) => {
    if (group.length > 0) items.push(readItem(reader, group));
    else {
      const gap = reader.source.text
        .slice(groupStart, groupEnd)
        .replace(/#[^\n]*/g, (note) => " ".repeat(note.length));
      const slash = gap.indexOf("/");
      if (slash >= 0) items.push({ type: "/", from: groupStart + slash, arg: null, default: null });
    }
    group = [];
  };
  for (const node of childrenOf(list))
    if (node.name === "(") groupStart = node.to;
    else if (node.name === "," || node.name === ")") {
      flush(node.from);
      groupStart = node.to;
    } else group.push(node);
  flush(list.to);
  return items;
}

function readItem(reader: Reader, nodes: readonly SyntaxNode[]): Item {
  const first = nodes[0]!;
  const type = first.name === "*" || first.name === "**" ? first.name : "name";
  const name = nodes.find((node) => node.name === "VariableName");
  const annotation = nodes.find((node) => node.name === "TypeDef");
  const assign = nodes.findIndex((node) => node.name === "AssignOp");
  const arg: Arg | null =
    name === undefined || (type === "name" && name !== first)
      ? null
      : {
          kind: "arg",
          arg: reader.identifier(name),
          annotation: annotation === undefined ? null : readAnnotation(reader, annotation),
          ...reader.source.position(name.from),
        };
  const value = assign < 0 ? undefined : nodes[assign + 1];
  return {
    type,
    from: first.from,
    arg,
    default: value === undefined ? null : reader.expression(value),
  };
}

/** @param node - A TypeDef: an annotation behind ":" or "->". */
export function readAnnotation(reader: Reader, node: SyntaxNode): Expression {
  return reader.expression(childrenOf(node).at(-1)!);
}

/** The first item that may not stand where it stands. */
function orderError(items: readonly Item[]): { message: string; item: Item } | null {
  const seen = new Set<Item["type"]>();
  let hasDefault = false;
  for (const [index, item] of items.entries()) {
    const wrong = (message: string) => ({ message, item });
    if (seen.has("**")) return wrong("arguments cannot follow var-keyword argument");
    if (item.type === "/") {
      if (seen.has("/")) return wrong("/ may appear only once");
      if (seen.has("*")) return wrong("/ must be ahead of *");
      if (index === 0) return wrong("at least one argument must precede /");
    } else if (item.type === "*") {
      if (seen.has("*")) return wrong("* argument may appear only once");
      if (item.arg === null && !/^(name|\/)$/.test(items[index + 1]?.type ?? ""))
        return wrong("named arguments must follow bare *");
    } else if (item.type === "name" && !seen.has("*")) {
      if (hasDefault && item.default === null) return wrong("non-default argument follows default argument");
      hasDefault ||= item.default !== null;
    }
    seen.add(item.type);
  }
  return null;
}
