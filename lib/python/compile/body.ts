/** Compiles the body of a module or class. Mirrors `compiler_body` of Python/compile.c. */

import type { Statement } from "../parse/ast";
import type { CompilerUnit } from "./compiler-unit";
import { strConstant } from "./constant";
import { docOf } from "./function";
import { NO_LINE } from "./instruction";
import { Op } from "./opcode";
import { compileStatements } from "./statement";
import { compileVariable } from "./variable";

export function compileBody(unit: CompilerUnit, body: readonly Statement[]): void {
  const [first] = body;
  if (first === undefined) return;
  if (unit.kind === "module") unit.locate(first);
  if (body.some(hasAnnotation)) unit.emit(Op.SETUP_ANNOTATIONS);
  const doc = docOf(body);
  unit.doc = doc;
  if (doc === null) return compileStatements(unit, body);
  unit.at(first, () => unit.emitConstant(strConstant(doc)));
  unit.line = NO_LINE;
  compileVariable(unit, "__doc__", "store");
  compileStatements(unit, body.slice(1));
}

/** `find_ann` */
function hasAnnotation(node: Statement): boolean {
  switch (node.kind) {
    case "AnnAssign":
      return true;
    case "For":
    case "While":
    case "If":
      return [...node.body, ...node.orelse].some(hasAnnotation);
    case "With":
      return node.body.some(hasAnnotation);
    case "Try":
      return [
        ...node.body,
        ...node.finalbody,
        ...node.orelse,
        ...node.handlers.flatMap((handler) => handler.body),
      ].some(hasAnnotation);
    default:
      return false;
  }
}
