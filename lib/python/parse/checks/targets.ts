/** Checks what is assigned to and deleted. Mirrors `_PyPegen_get_invalid_target` in Parser/pegen.c. */

import type { AnnAssign, Assign, AugAssign, Comprehension, Delete, Expression, For } from "../ast";
import { describe } from "../describe";
import type { SourceText } from "../source-text";

/** `f() = 3`, `(a, 1) = x`. */
export function checkAssigned(source: SourceText, { targets, value }: Assign): void {
  for (const target of targets) {
    const wrong = invalidTarget(target);
    if (wrong === null) continue;
    const hint =
      targets.length === 1 && mayBeComparison(target, wrong, value)
        ? " here. Maybe you meant '==' instead of '='?"
        : "";
    throw source.syntaxError(`cannot assign to ${describe(wrong)}${hint}`, wrong);
  }
}

/** `a, b += 1`. */
export function checkAugmented(source: SourceText, { target }: AugAssign): void {
  if (!isSingleTarget(target))
    throw source.syntaxError(
      `'${describe(target)}' is an illegal expression for augmented assignment`,
      target,
    );
}

/** `(a, b): int`, `f(): int`. */
export function checkAnnotated(source: SourceText, { target }: AnnAssign): void {
  if (target.kind === "List" || target.kind === "Tuple")
    throw source.syntaxError(`only single target (not ${describe(target)}) can be annotated`, target);
  if (!isSingleTarget(target)) throw source.syntaxError("illegal target for annotation", target);
}

/** `del f()`. */
export function checkDeleted(source: SourceText, { targets }: Delete): void {
  for (const target of targets) {
    const wrong = invalidTarget(target, "Delete");
    if (wrong !== null) throw source.syntaxError(`cannot delete ${describe(wrong)}`, wrong);
  }
}

/** `for f() in x`. */
export function checkLoopTarget(source: SourceText, { target }: For | Comprehension): void {
  const wrong = invalidTarget(target);
  if (wrong !== null) throw source.syntaxError(`cannot assign to ${describe(wrong)}`, wrong);
}

/** The first part of `target` that no value can be bound to; null when there is none. */
function invalidTarget(target: Expression, statement: "Assign" | "Delete" = "Assign"): Expression | null {
  if (isSingleTarget(target)) return null;
  if (target.kind === "Starred" && statement === "Assign") return invalidTarget(target.value);
  if (target.kind !== "List" && target.kind !== "Tuple") return target;
  for (const element of target.elts) {
    const wrong = invalidTarget(element, statement);
    if (wrong !== null) return wrong;
  }
  return null;
}

function isSingleTarget({ kind }: Expression): boolean {
  return kind === "Name" || kind === "Attribute" || kind === "Subscript";
}

/**
 * Could `target = value` have been meant as a comparison, as `invalid_named_expression` sees it? Both sides must be
 * operands of one, and the wrong part must stand directly before the sign.
 */
function mayBeComparison(target: Expression, wrong: Expression, value: Expression): boolean {
  // A tuple in parentheses begins before its first element.
  const isOpen = target.kind === "Tuple" && target.column === target.elts[0]?.column;
  const last = isOpen ? target.elts.at(-1) : target;
  return wrong === last && isOperand(wrong) && !startsWithDisplay(wrong) && isOperand(leftmost(value));
}

const looser = new Set(["BoolOp", "Compare", "Lambda", "IfExp", "Starred"]);

function isOperand(expression: Expression): boolean {
  return !looser.has(expression.kind) && !(expression.kind === "UnaryOp" && expression.op === "Not");
}

/** What is read first of a value that begins with an operand. */
function leftmost(value: Expression): Expression {
  if (value.kind === "IfExp") return leftmost(value.body);
  if (value.kind === "Compare") return leftmost(value.left);
  if (value.kind === "BoolOp") return leftmost(value.values[0]!);
  return value.kind === "Tuple" ? leftmost(value.elts[0] ?? { ...value, kind: "List" }) : value;
}

function startsWithDisplay(expression: Expression): boolean {
  if (expression.kind === "BinOp") return startsWithDisplay(expression.left);
  if (expression.kind === "Constant") return ["bool", "None"].includes(expression.value.type);
  return ["List", "Tuple", "GeneratorExp"].includes(expression.kind);
}
