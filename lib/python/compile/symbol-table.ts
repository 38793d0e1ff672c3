/** Which names each scope of a program uses, and how. Mirrors `PySymtable_Build` of Python/symtable.c. */

import type * as ast from "../parse/ast";
import { mangle } from "./mangle";
import { resolveScopes } from "./resolve-scopes";
import { type ComprehensionKind, Scope, Use } from "./scope";
import { addExpression } from "./symbol-expressions";
import { addStatement } from "./symbol-statements";

/** A node that opens a scope. */
export type ScopeNode =
  | (ast.Module | ast.FunctionDef | ast.ClassDef | ast.Lambda)
  | (ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp);

export type SymbolTable = ReadonlyMap<ScopeNode, Scope>;

/**
 * Find the scopes of a program and where each name in them lives.
 *
 * @param module - A tree that has passed the parser's checks: declarations are in order and have bindings.
 * @param inlinesComprehensions - Lists, sets and dicts are made in the frame around them (PEP 709).
 */
export function buildSymbolTable(module: ast.Module, inlinesComprehensions: boolean): SymbolTable {
  const builder = new SymbolTableBuilder(module);
  for (const statement of module.body) addStatement(builder, statement);
  resolveScopes(builder.scope, inlinesComprehensions);
  return builder.table;
}

/** The walk through the tree: the scope it is in and the class whose private names it mangles. */
export class SymbolTableBuilder {
  readonly table: Map<ScopeNode, Scope> = new Map();
  scope: Scope;
  readonly #module: Scope;
  #className: string | null = null;

  constructor(module: ast.Module) {
    this.#module = new Scope("module", "top", null);
    this.scope = this.#module;
    this.table.set(module, this.scope);
  }

  add(name: string, flags: number, scope: Scope = this.scope): void {
    const mangled = mangle(this.#className, name);
    scope.addFlags(mangled, flags);
    // What a function declares global, the module treats as declared, too.
    if (flags & Use.GLOBAL) this.#module.addFlags(mangled, Use.GLOBAL);
  }

  /** Walk what `fill` adds as a scope of its own. */
  within(node: ScopeNode, kind: Scope["kind"], name: string, fill: () => void): void {
    const outer = this.scope;
    const outerClass = this.#className;
    this.scope = new Scope(kind, name, outer);
    if (kind === "class") this.#className = name;
    this.table.set(node, this.scope);
    fill();
    this.#className = outerClass;
    this.scope = outer;
  }

  /** In the order of `co_varnames`. */
  addParameters({ posonlyargs, args, kwonlyargs, vararg, kwarg }: ast.Arguments): void {
    const all = [...posonlyargs, ...args, ...kwonlyargs, vararg, kwarg];
    for (const parameter of all) if (parameter !== null) this.addParameter(parameter.arg);
  }

  addParameter(name: string): void {
    this.add(name, Use.PARAMETER);
    this.scope.parameters.push(mangle(this.#className, name));
  }

  /** Defaults belong to the scope around. */
  addDefaults({ defaults, kwDefaults }: ast.Arguments): void {
    for (const value of [...defaults, ...kwDefaults]) if (value !== null) addExpression(this, value);
  }

  addComprehension(
    node: ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp,
    kind: ComprehensionKind,
    elements: readonly ast.Expression[],
  ): void {
    const [outermost, ...others] = node.generators as [ast.Comprehension, ...ast.Comprehension[]];
    addExpression(this, outermost.iter);
    this.within(node, "function", kind, () => {
      this.scope.comprehension = kind;
      this.scope.generator = kind === "generator";
      this.addParameter(".0");
      addExpression(this, outermost.target, Use.LOCAL);
      for (const test of outermost.ifs) addExpression(this, test);
      for (const { target, iter, ifs } of others) {
        addExpression(this, target, Use.LOCAL);
        for (const part of [iter, ...ifs]) addExpression(this, part);
      }
      for (const element of elements) addExpression(this, element);
    });
  }

  /** `:=` binds outside of comprehensions (`symtable_extend_namedexpr_scope`). */
  addNamedTarget(name: string): void {
    let scope = this.scope;
    while (scope.comprehension !== null && scope.parent !== null) scope = scope.parent;
    if (scope === this.scope) return this.add(name, Use.LOCAL);
    const isGlobal =
      scope.kind === "module" || (scope.flagsOf(mangle(this.#className, name)) & Use.GLOBAL) !== 0;
    this.add(name, isGlobal ? Use.GLOBAL : Use.NONLOCAL);
    this.add(name, scope.kind === "module" ? Use.GLOBAL : Use.LOCAL, scope);
  }
}
