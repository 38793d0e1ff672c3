/** Finds what Lezer accepts and CPython does not, in the order of CPython: parser, symbol table, compiler. */

import type { Module, Node } from "../ast";
import type { SourceText } from "../source-text";
import { checkArgumentOrder } from "./argument-order";
import { childNodes } from "./check";
import { checkFutureImports } from "./future-imports";
import { checkPlaces } from "./places";
import { checkScopes } from "./scopes";
import { checkAnnotated, checkAssigned, checkAugmented, checkDeleted, checkLoopTarget } from "./targets";

/** @throws {PythonSyntaxError} For the first error of the first stage that has one. */
export function checkTree(source: SourceText, module: Module): void {
  checkGrammar(source, module);
  checkFutureImports(source, module);
  checkScopes(source, module);
  checkPlaces(source, module);
}

/** What CPython's parser refuses. */
function checkGrammar(source: SourceText, node: Node): void {
  switch (node.kind) {
    case "Assign":
      checkAssigned(source, node);
      break;
    case "AugAssign":
      checkAugmented(source, node);
      break;
    case "AnnAssign":
      checkAnnotated(source, node);
      break;
    case "Delete":
      checkDeleted(source, node);
      break;
    case "For":
    case "comprehension":
      checkLoopTarget(source, node);
      break;
    case "Call":
      checkArgumentOrder(source, node.args, node.keywords);
      break;
    case "ClassDef":
      checkArgumentOrder(source, node.bases, node.keywords);
      break;
  }
  for (const child of childNodes(node)) checkGrammar(source, child);
}
