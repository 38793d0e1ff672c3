/** What every function that turns Lezer nodes into our tree needs: the source, and the way to the other nodes. */

import type { SyntaxNode } from "@lezer/common";
import type { PythonSyntaxError } from "../syntax-error";
import type { Expression, Span, Statement } from "./ast";
import type { SourceText } from "./source-text";

/** Turns nodes of one kind into ours. */
export interface Readers {
  readonly expression: (reader: Reader, node: SyntaxNode) => Expression;
  /** A Body: what stands behind a colon. */
  readonly body: (reader: Reader, node: SyntaxNode) => readonly Statement[];
}

/** One source being read. */
export class Reader {
  readonly source: SourceText;
  readonly #readers: Readers;

  constructor(source: SourceText, readers: Readers) {
    this.source = source;
    this.#readers = readers;
  }

  expression(node: SyntaxNode): Expression {
    return this.#readers.expression(this, node);
  }

  body(node: SyntaxNode): readonly Statement[] {
    return this.#readers.body(this, node);
  }

  /** The source text of a node. */
  text(node: SyntaxNode): string {
    return this.source.text.slice(node.from, node.to);
  }

  /** An identifier. CPython compares names in normal form NFKC. */
  identifier(node: SyntaxNode): string {
    const text = this.text(node);
    // The tokenizer shows a bare `yield` to Lezer as a name.
    if (text === "yield") throw this.invalid(node);
    return text.normalize("NFKC");
  }

  span(node: SyntaxNode): Span {
    return this.source.span(node.from, node.to);
  }

  /** "invalid syntax" at `node`. */
  invalid(node: SyntaxNode): PythonSyntaxError {
    return this.source.syntaxError("invalid syntax", node.from);
  }
}

/** The children of a node without comments. */
export function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child !== null; child = child.nextSibling)
    if (child.name !== "Comment") children.push(child);
  return children;
}

/**
 * Split `nodes` at those named `separator`.
 *
 * @returns One group more than there are separators; groups may be empty.
 */
export function splitAt(nodes: readonly SyntaxNode[], separator: string): SyntaxNode[][] {
  const groups: SyntaxNode[][] = [[]];
  for (const node of nodes)
    if (node.name === separator) groups.push([]);
    else groups.at(-1)!.push(node);
  return groups;
}
