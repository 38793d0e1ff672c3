/** What a function gets when it is made. Mirrors `compiler_default_arguments` and `compiler_visit_annotations`. */

import type { Arg, Arguments, Expression } from "../parse/ast";
import type { CompilerUnit } from "./compiler-unit";
import { strConstant } from "./constant";
import { compileExpression } from "./expression";
import { Op } from "./opcode";

/** Bits of MAKE_FUNCTION: what is on the stack for it, the first bit lowest. */
export const enum MakeFunction {
  DEFAULTS = 1,
  KEYWORD_DEFAULTS = 2,
  ANNOTATIONS = 4,
  CLOSURE = 8,
}

/** Leave a tuple of defaults and a dict of those of keyword-only parameters on the stack. @returns Their bits. */
export function compileDefaults(unit: CompilerUnit, args: Arguments): number {
  let flags = 0;
  if (args.defaults.length > 0) {
    for (const value of args.defaults) compileExpression(unit, value);
    unit.emit(Op.BUILD_TUPLE, args.defaults.length);
    flags += MakeFunction.DEFAULTS;
  }
  const keywords = args.kwonlyargs.flatMap(({ arg }, index) => {
    const value = args.kwDefaults[index] ?? null;
    return value === null ? [] : [{ arg, value }];
  });
  if (keywords.length === 0) return flags;
  for (const { arg, value } of keywords) {
    unit.emitConstant(strConstant(unit.mangle(arg)));
    compileExpression(unit, value);
  }
  unit.emit(Op.BUILD_MAP, keywords.length);
  return flags + MakeFunction.KEYWORD_DEFAULTS;
}

/** Leave a tuple of names and annotations in turn on the stack, when there are any. @returns Its bit, or 0. */
export function compileAnnotations(
  unit: CompilerUnit,
  { posonlyargs, args, vararg, kwonlyargs, kwarg }: Arguments,
  returns: Expression | null,
): number {
  const parameters: readonly (Arg | null)[] = [...args, ...posonlyargs, vararg, ...kwonlyargs, kwarg];
  const annotated = parameters.flatMap((parameter) => {
    const annotation = parameter?.annotation ?? null;
    return parameter === null || annotation === null ? [] : [{ name: parameter.arg, annotation }];
  });
  if (returns !== null) annotated.push({ name: "return", annotation: returns });
  if (annotated.length === 0) return 0;
  for (const { name, annotation } of annotated) {
    unit.emitConstant(strConstant(unit.mangle(name)));
    compileAnnotation(unit, annotation);
  }
  unit.emit(Op.BUILD_TUPLE, annotated.length * 2);
  return MakeFunction.ANNOTATIONS;
}

/** `*args: *Ts` takes the one item of an iterable. */
function compileAnnotation(unit: CompilerUnit, annotation: Expression): void {
  if (annotation.kind !== "Starred") return compileExpression(unit, annotation);
  compileExpression(unit, annotation.value);
  unit.emit(Op.UNPACK_SEQUENCE, 1);
}
