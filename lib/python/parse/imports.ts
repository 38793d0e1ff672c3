/** Reads `import` and `from ... import`. */

import type { SyntaxNode } from "@lezer/common";
import type { Alias, Statement } from "./ast";
import { childrenOf, type Reader, splitAt } from "./reader";

export function readImport(reader: Reader, node: SyntaxNode): Statement {
  const children = childrenOf(node);
  return children[0]!.name === "from" ? readFrom(reader, node, children) : readPlain(reader, node, children);
}

function readPlain(reader: Reader, node: SyntaxNode, [, ...names]: readonly SyntaxNode[]): Statement {
  const [first] = names;
  if (first?.name === "(") throw reader.invalid(first);
  const last = names.at(-1)!;
  if (last.name === ",") throw reader.source.syntaxError("invalid syntax", last.to);
  return { kind: "Import", names: readAliases(reader, names), ...reader.source.position(node.from) };
}

function readFrom(reader: Reader, node: SyntaxNode, children: readonly SyntaxNode[]): Statement {
  const middle = children.findIndex((child) => child.name === "import");
  const origin = children.slice(1, middle);
  const [first, ...rest] = children.slice(middle + 1);
  if (first === undefined) throw reader.invalid(node);
  if (first.name === "*")
    throw reader.source.notSupported("star import", "import the names one by one", first.from);
  const inParentheses = first.name === "(";
  const names = inParentheses ? rest.slice(0, -1) : [first, ...rest];
  const last = names.at(-1)!;
  if (last.name === "," && !inParentheses)
    throw reader.source.syntaxError("trailing comma not allowed without surrounding parentheses", last.from);
  const dot = names.find((name) => name.name === ".");
  if (dot !== undefined) throw reader.invalid(dot);
  const start = origin.findIndex((child) => child.name === "VariableName");
  const dots = start < 0 ? origin : origin.slice(0, start);
  return {
    kind: "ImportFrom",
    module: start < 0 ? null : dotted(reader, origin.slice(start)),
    names: readAliases(reader, names),
    level: dots.reduce((level, child) => level + (child.to - child.from), 0),
    ...reader.source.position(node.from),
  };
}

function readAliases(reader: Reader, nodes: readonly SyntaxNode[]): Alias[] {
  return splitAt(nodes, ",")
    .filter((group) => group.length > 0)
    .map((group) => {
      const [name, asname] = splitAt(group, "as");
      return {
        kind: "alias",
        name: dotted(reader, name!),
        asname: asname === undefined ? null : reader.identifier(asname[0]!),
        ...reader.source.position(group[0]!.from),
      };
    });
}

/** Names and the dots between them. */
function dotted(reader: Reader, nodes: readonly SyntaxNode[]): string {
  return nodes.map((node) => reader.identifier(node)).join("");
}
