/** What every check is: a function over one node that throws when CPython would. */

import type { Node } from "../ast";
import type { SourceText } from "../source-text";

/**
 * Looks at one node of one kind, children included if it must.
 *
 * @throws {PythonSyntaxError}
 */
export type Check<N extends Node = Node> = (source: SourceText, node: N) => void;

/** The node's children in the order of its fields. */
export function childNodes(node: Node): Node[] {
  const children: Node[] = [];
  for (const key in node) {
    const value: unknown = node[key as keyof Node];
    if (typeof value !== "object" || value === null) continue;
    if (Array.isArray(value)) for (const item of value) addNode(children, item);
    else addNode(children, value);
  }
  return children;
}

function addNode(children: Node[], value: unknown): void {
  if (typeof value === "object" && value !== null && "kind" in value) children.push(value as Node);
}
