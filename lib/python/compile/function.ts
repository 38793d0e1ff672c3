/** Compiles functions and lambdas. Mirrors `compiler_function`, `compiler_lambda`, `compiler_make_closure`. */

import type { Arguments, Expression, FunctionDef, Lambda, Position, Statement } from "../parse/ast";
import { assemble } from "./assemble";
import type { Code } from "./code";
import { CompilerUnit, type UnitKind } from "./compiler-unit";
import { none, strConstant } from "./constant";
import { compileExpression } from "./expression";
import { compileAnnotations, compileDefaults, MakeFunction } from "./function-attributes";
import { NO_LINE } from "./instruction";
import { Op } from "./opcode";
import { compileStatements } from "./statement";
import type { ScopeNode } from "./symbol-table";
import { accessOf, compileVariable, derefIndex } from "./variable";

export function compileFunction(unit: CompilerUnit, node: FunctionDef): void {
  const first = node.decoratorList[0] ?? node;
  compileDecorators(unit, node.decoratorList);
  const flags = compileDefaults(unit, node.args) + compileAnnotations(unit, node.args, node.returns);
  const code = compileScope(unit, "function", node, node.name, first.line, (inner) => {
    const doc = docOf(node.body);
    inner.arguments = countArguments(node.args);
    inner.doc = doc;
    inner.addConstant(doc === null ? none : strConstant(doc));
    compileStatements(inner, doc === null ? node.body : node.body.slice(1));
  });
  makeClosure(unit, code, flags);
  applyDecorators(unit, node.decoratorList);
  compileVariable(unit, node.name, "store");
}

export function compileLambda(unit: CompilerUnit, node: Lambda): void {
  const flags = compileDefaults(unit, node.args);
  const code = compileScope(unit, "lambda", node, "<lambda>", node.line, (inner) => {
    inner.arguments = countArguments(node.args);
    // The first constant of a function would be its documentation.
    inner.addConstant(none);
    compileExpression(inner, node.body);
    if (inner.scope.generator) inner.line = NO_LINE;
    inner.emit(Op.RETURN_VALUE);
  });
  makeClosure(unit, code, flags);
}

/**
 * The code object of a scope inside of that of `outer` (`compiler_enter_scope`, `compiler_set_qualname`).
 *
 * @param fill - Compiles its body.
 */
export function compileScope(
  outer: CompilerUnit,
  kind: UnitKind,
  node: ScopeNode,
  name: string,
  firstLine: number,
  fill: (unit: CompilerUnit) => void,
): Code {
  const { codes } = outer.context;
  const known = codes.get(node);
  if (known !== undefined) return known;
  const scope = outer.context.scopes.get(node);
  if (scope === undefined) throw new Error(`The symbol table has no scope for ${name}.`);
  const className = kind === "class" ? name : outer.className;
  const unit = new CompilerUnit(
    kind,
    outer.context,
    scope,
    name,
    qualname(outer, kind, name),
    className,
    firstLine,
  );
  unit.emit(Op.RESUME);
  fill(unit);
  const code = assemble(unit);
  codes.set(node, code);
  return code;
}

function qualname(outer: CompilerUnit, kind: UnitKind, name: string): string {
  const isGlobal =
    (kind === "function" || kind === "class") &&
    accessOf(outer.scope, outer.mangle(name)) === "global explicit";
  if (isGlobal || outer.kind === "module") return name;
  const inFunction = outer.kind === "function" || outer.kind === "lambda";
  return `${outer.qualname}${inFunction ? ".<locals>" : ""}.${name}`;
}

function countArguments(args: Arguments): CompilerUnit["arguments"] {
  return {
    positionalOnly: args.posonlyargs.length,
    positional: args.posonlyargs.length + args.args.length,
    keywordOnly: args.kwonlyargs.length,
    varArgs: args.vararg !== null,
    varKeywords: args.kwarg !== null,
  };
}

/** The documentation string that a body begins with; null without one. */
export function docOf(body: readonly Statement[]): string | null {
  const [first] = body;
  if (first?.kind !== "Expr" || first.value.kind !== "Constant") return null;
  return first.value.value.type === "str" ? first.value.value.value : null;
}

/** Make a function of `code` and of what lies on the stack for `flags`. */
export function makeClosure(unit: CompilerUnit, code: Code, flags: number): void {
  for (const name of code.freeNames) unit.emit(Op.LOAD_CLOSURE, derefIndex(unit, name));
  if (code.freeNames.length > 0) unit.emit(Op.BUILD_TUPLE, code.freeNames.length);
  unit.emitConstant({ kind: "code", code });
  unit.emit(Op.MAKE_FUNCTION, flags + (code.freeNames.length > 0 ? MakeFunction.CLOSURE : 0));
}

/** Decorators wait on the stack below what they decorate: each lies where the method of a call does. */
export function compileDecorators(unit: CompilerUnit, decorators: readonly Expression[]): void {
  for (const decorator of decorators) compileExpression(unit, decorator);
}

export function applyDecorators(unit: CompilerUnit, decorators: readonly Position[]): void {
  for (const decorator of [...decorators].reverse()) unit.at(decorator, () => unit.emit(Op.CALL, 0));
}
