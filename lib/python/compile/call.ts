/** Compiles calls. Mirrors `compiler_call`, `maybe_optimize_method_call`, `compiler_call_helper`. */

import type { Attribute, Call, Expression, Keyword } from "../parse/ast";
import type { CompilerUnit } from "./compiler-unit";
import { strConstant, tupleConstant } from "./constant";
import { compileTuple, STACK_USE_GUIDELINE } from "./display";
import { compileExpression } from "./expression";
import { Op } from "./opcode";
import { Use } from "./scope";

/** Operands: NULL, callable, arguments; or method, self, arguments, where an attribute is called. */
export function compileCall(unit: CompilerUnit, { func, args, keywords }: Call): void {
  if (func.kind === "Attribute" && !isImported(unit, func.value) && isMethodCall(args, keywords))
    return compileMethodCall(unit, func, args, keywords);
  unit.at(func, () => unit.emit(Op.PUSH_NULL));
  compileExpression(unit, func);
  compileArguments(unit, 0, args, keywords);
}

/** `is_import_originated`: what is called is most likely a function of a module. */
function isImported(unit: CompilerUnit, node: Expression): boolean {
  return node.kind === "Name" && (unit.context.moduleScope.flagsOf(node.id) & Use.IMPORT) !== 0;
}

/** `Check that there aren't too many arguments`, and none with a star. */
function isMethodCall(args: readonly Expression[], keywords: readonly Keyword[]): boolean {
  const operands = args.length + keywords.length + (keywords.length > 0 ? 1 : 0);
  return operands < STACK_USE_GUIDELINE && !hasStars(args, keywords);
}

function hasStars(args: readonly Expression[], keywords: readonly Keyword[]): boolean {
  return args.some(({ kind }) => kind === "Starred") || keywords.some(({ arg }) => arg === null);
}

function compileMethodCall(
  unit: CompilerUnit,
  func: Attribute,
  args: readonly Expression[],
  keywords: readonly Keyword[],
): void {
  compileExpression(unit, func.value);
  unit.line = func.endLine;
  unit.emitName(Op.LOAD_METHOD, func.attr);
  compilePlainArguments(unit, 0, args, keywords, func.endLine);
}

/** @param pushed - So many arguments are on the stack already and come first. */
export function compileArguments(
  unit: CompilerUnit,
  pushed: number,
  args: readonly Expression[],
  keywords: readonly Keyword[],
): void {
  const isBig = args.length + keywords.length * 2 > STACK_USE_GUIDELINE;
  if (isBig || hasStars(args, keywords)) compileStarredArguments(unit, pushed, args, keywords);
  else compilePlainArguments(unit, pushed, args, keywords, unit.line);
}

function compilePlainArguments(
  unit: CompilerUnit,
  pushed: number,
  args: readonly Expression[],
  keywords: readonly Keyword[],
  line: number,
): void {
  for (const argument of args) compileExpression(unit, argument);
  for (const { value } of keywords) compileExpression(unit, value);
  if (keywords.length > 0) {
    const names = tupleConstant(keywords.map(({ arg }) => strConstant(arg!)));
    unit.emit(Op.KW_NAMES, unit.addConstant(names));
  }
  unit.line = line;
  unit.emit(Op.CALL, pushed + args.length + keywords.length);
}

/** Positional arguments become one tuple, keyword arguments one dict. A lone `*iterable` is left as it is. */
function compileStarredArguments(
  unit: CompilerUnit,
  pushed: number,
  args: readonly Expression[],
  keywords: readonly Keyword[],
): void {
  const [first] = args;
  if (pushed === 0 && args.length === 1 && first?.kind === "Starred") compileExpression(unit, first.value);
  else compileTuple(unit, args, pushed);
  if (keywords.length > 0) compileKeywordDict(unit, keywords);
  unit.emit(Op.CALL_FUNCTION_EX, keywords.length > 0 ? 1 : 0);
}

/** Runs of names become dicts, which are merged with the mappings between them. */
function compileKeywordDict(unit: CompilerUnit, keywords: readonly Keyword[]): void {
  let isBuilt = false;
  let begin = 0;
  const flush = (end: number) => {
    if (begin === end) return;
    compileNamed(unit, keywords.slice(begin, end));
    if (isBuilt) unit.emit(Op.DICT_MERGE, 1);
    isBuilt = true;
  };
  keywords.forEach((keyword, index) => {
    if (keyword.arg !== null) return;
    flush(index);
    if (!isBuilt) unit.emit(Op.BUILD_MAP, 0);
    isBuilt = true;
    compileExpression(unit, keyword.value);
    unit.emit(Op.DICT_MERGE, 1);
    begin = index + 1;
  });
  flush(keywords.length);
}

/** `compiler_subkwargs` */
function compileNamed(unit: CompilerUnit, keywords: readonly Keyword[]): void {
  const isBig = keywords.length * 2 > STACK_USE_GUIDELINE;
  if (isBig) unit.emitArtificial(Op.BUILD_MAP, 0);
  for (const { arg, value } of keywords) {
    unit.emitConstant(strConstant(arg!));
    compileExpression(unit, value);
    if (isBig) unit.emitArtificial(Op.MAP_ADD, 1);
  }
  if (!isBig) unit.emit(Op.BUILD_MAP, keywords.length);
}
