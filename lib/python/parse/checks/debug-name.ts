/** Checks that `__debug__` is not bound. Mirrors `forbidden_name` in Python/compile.c. */

import type { Expression, Node, Position } from "../ast";
import type { SourceText } from "../source-text";

/** Every form of binding that `node` itself is. */
export function refuseDebug(source: SourceText, node: Node): void {
  switch (node.kind) {
    case "FunctionDef":
    case "ClassDef":
      return refuse(source, node.name, node);
    case "ExceptHandler":
      return refuse(source, node.name, node);
    case "arg":
    case "keyword":
      return refuse(source, node.arg, node);
    case "alias":
      return refuse(source, node.asname ?? node.name, node);
    case "Assign":
      return node.targets.forEach((target) => void refuseTarget(source, target, "assign to"));
    case "AugAssign":
    case "AnnAssign":
    case "For":
    case "NamedExpr":
      return refuseTarget(source, node.target, "assign to");
    case "comprehension":
      return refuseTarget(source, node.target, "assign to");
    case "withitem":
      return node.optionalVars === null ? undefined : refuseTarget(source, node.optionalVars, "assign to");
    case "Delete":
      return node.targets.forEach((target) => void refuseTarget(source, target, "delete"));
  }
}

function refuseTarget(source: SourceText, target: Expression, action: string): void {
  if (target.kind === "List" || target.kind === "Tuple")
    for (const element of target.elts) refuseTarget(source, element, action);
  else if (target.kind === "Starred") refuseTarget(source, target.value, action);
  else if (target.kind === "Name") refuse(source, target.id, target, action);
  else if (target.kind === "Attribute") refuse(source, target.attr, target, action);
}

function refuse(source: SourceText, name: string | null, place: Position, action = "assign to"): void {
  if (name === "__debug__") throw source.syntaxError(`cannot ${action} __debug__`, place);
}
