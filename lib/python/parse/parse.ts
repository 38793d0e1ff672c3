/** Python source to a tree. Read this file to follow a parse. */

import type { Module } from "./ast";
import { checkTree } from "./checks/check-tree";
import { readExpression } from "./expressions";
import { readLayout } from "./layout";
import { lezerTree } from "./lezer-tree";
import { childrenOf, Reader } from "./reader";
import { SourceText } from "./source-text";
import { readBody, readStatements } from "./statements";

/**
 * Parse a program.
 *
 * @param source - The text of the file; ends of lines and byte order mark as they come.
 * @param file - Its name in errors.
 * @returns A tree that CPython's `ast.parse` gives for the same source, without what `ast.ts` names.
 * @throws {PythonSyntaxError} For what no CPython accepts. Nothing that CPython's compiler refuses comes out of here.
 * @throws {NotSupported} For valid Python outside of the subset.
 */
export function parse(source: string, file = "<string>"): Module {
  const text = new SourceText(source, file);
  const layout = readLayout(text);
  const { topNode } = lezerTree(text, layout);
  const reader = new Reader(text, { expression: readExpression, body: readBody });
  const module: Module = { kind: "Module", body: readStatements(reader, childrenOf(topNode)) };
  checkTree(text, module);
  return module;
}
