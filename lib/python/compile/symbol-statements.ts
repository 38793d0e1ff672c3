/** Names in statements. Mirrors `symtable_visit_stmt` of Python/symtable.c. */

import type { Alias, AnnAssign, Arguments, ClassDef, Expression, FunctionDef, Statement } from "../parse/ast";
import { Use } from "./scope";
import { addExpression } from "./symbol-expressions";
import type { SymbolTableBuilder } from "./symbol-table";

/** Add the names of a statement and of the statements in it. */
export function addStatement(builder: SymbolTableBuilder, node: Statement): void {
  const read = (expression: Expression | null) => {
    if (expression !== null) addExpression(builder, expression);
  };
  const bind = (target: Expression) => addExpression(builder, target, Use.LOCAL);
  const body = (statements: readonly Statement[]) => {
    for (const statement of statements) addStatement(builder, statement);
  };
  switch (node.kind) {
    case "FunctionDef":
      return addFunction(builder, node);
    case "ClassDef":
      return addClass(builder, node);
    case "Return":
    case "Expr":
      read(node.value);
      return;
    case "Delete":
      return node.targets.forEach(bind);
    case "Assign":
      node.targets.forEach(bind);
      read(node.value);
      return;
    case "AugAssign":
      bind(node.target);
      read(node.value);
      return;
    case "AnnAssign":
      return addAnnotated(builder, node);
    case "For":
      bind(node.target);
      read(node.iter);
      body(node.body);
      return body(node.orelse);
    case "While":
    case "If":
      read(node.test);
      body(node.body);
      return body(node.orelse);
    case "With":
      for (const { contextExpr, optionalVars } of node.items) {
        read(contextExpr);
        if (optionalVars !== null) bind(optionalVars);
      }
      return body(node.body);
    case "Raise":
      read(node.exc);
      read(node.cause);
      return;
    case "Try":
      body(node.body);
      body(node.orelse);
      for (const handler of node.handlers) {
        read(handler.type);
        if (handler.name !== null) builder.add(handler.name, Use.LOCAL);
        body(handler.body);
      }
      return body(node.finalbody);
    case "Assert":
      read(node.test);
      read(node.msg);
      return;
    case "Import":
    case "ImportFrom":
      for (const alias of node.names) addImported(builder, alias);
      return;
    case "Global":
      for (const name of node.names) builder.add(name, Use.GLOBAL);
      return;
    case "Nonlocal":
      for (const name of node.names) builder.add(name, Use.NONLOCAL);
      return;
    case "Pass":
    case "Break":
    case "Continue":
      return;
  }
}

function addFunction(builder: SymbolTableBuilder, node: FunctionDef): void {
  builder.add(node.name, Use.LOCAL);
  builder.addDefaults(node.args);
  for (const annotation of [...annotationsOf(node.args), node.returns])
    if (annotation !== null) addExpression(builder, annotation);
  for (const decorator of node.decoratorList) addExpression(builder, decorator);
  builder.within(node, "function", node.name, () => {
    builder.addParameters(node.args);
    for (const statement of node.body) addStatement(builder, statement);
  });
}

function addClass(builder: SymbolTableBuilder, node: ClassDef): void {
  builder.add(node.name, Use.LOCAL);
  for (const base of node.bases) addExpression(builder, base);
  for (const keyword of node.keywords) addExpression(builder, keyword.value);
  for (const decorator of node.decoratorList) addExpression(builder, decorator);
  builder.within(node, "class", node.name, () => {
    for (const statement of node.body) addStatement(builder, statement);
  });
}

/** A name with an annotation is local to its function even without a value; with `global` it stays what it is. */
function addAnnotated(builder: SymbolTableBuilder, node: AnnAssign): void {
  const { target } = node;
  if (target.kind !== "Name") addExpression(builder, target, Use.LOCAL);
  else if (node.simple === 1 || node.value !== null) builder.add(target.id, Use.LOCAL);
  addExpression(builder, node.annotation);
  if (node.value !== null) addExpression(builder, node.value);
}

function addImported(builder: SymbolTableBuilder, { name, asname }: Alias): void {
  builder.add(asname ?? (name.split(".")[0] as string), Use.IMPORT);
}

function annotationsOf({ posonlyargs, args, vararg, kwonlyargs, kwarg }: Arguments): (Expression | null)[] {
  return [...posonlyargs, ...args, vararg, ...kwonlyargs, kwarg].map(
    (parameter) => parameter?.annotation ?? null,
  );
}
