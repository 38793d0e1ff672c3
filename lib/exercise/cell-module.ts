/** A cell has no `export`, a test imports: make a module of the one for the other. */

import type TypeScript from "typescript";
import { typescript } from "./typescript";

/**
 * Turn the source of an exercise cell into a module that exports what the cell declares at its top level.
 *
 * Line numbers stay as they are in the cell. A cell that exports something already is left alone. Calls of `check` and
 * `hint` at the top level are blanked out: they are for the notebook, not part of the answer.
 */
export function cellModule(source: string): string {
  const ts = typescript();
  const file = ts.createSourceFile("cell.ts", source, ts.ScriptTarget.Latest, true);
  let text = source;
  for (const statement of file.statements)
    if (isNotebookCall(statement)) text = blanked(text, statement.getStart(), statement.end);
  const names = new Set(file.statements.flatMap(declaredBy));
  return file.statements.some(isExport) || names.size === 0
    ? text
    : `${text}\nexport { ${[...names].join(", ")} };\n`;
}

/** `check("...")`, `await check("...")`, and the same for `hint`. */
function isNotebookCall(statement: TypeScript.Statement): boolean {
  const ts = typescript();
  if (!ts.isExpressionStatement(statement)) return false;
  const called = ts.isAwaitExpression(statement.expression)
    ? statement.expression.expression
    : statement.expression;
  return ts.isCallExpression(called) && /^(check|hint)$/.test(called.expression.getText());
}

function blanked(text: string, start: number, end: number): string {
  return text.slice(0, start) + text.slice(start, end).replace(/[^\n]/g, " ") + text.slice(end);
}

function isExport(statement: TypeScript.Statement): boolean {
  const ts = typescript();
  if (ts.isExportDeclaration(statement) || ts.isExportAssignment(statement)) return true;
  const modifiers = ts.canHaveModifiers(statement) ? ts.getModifiers(statement) : undefined;
  return modifiers?.some((modifier) => modifier.kind === ts.SyntaxKind.ExportKeyword) ?? false;
}

/** The names of the values that a statement declares; types need no export at run time. */
function declaredBy(statement: TypeScript.Statement): string[] {
  const ts = typescript();
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.flatMap((declaration) => bound(declaration.name));
  if (
    ts.isFunctionDeclaration(statement) ||
    ts.isClassDeclaration(statement) ||
    ts.isEnumDeclaration(statement)
  )
    return statement.name === undefined ? [] : [statement.name.text];
  return [];
}

function bound(name: TypeScript.BindingName): string[] {
  const ts = typescript();
  if (ts.isIdentifier(name)) return [name.text];
  return name.elements.flatMap((element) => (ts.isOmittedExpression(element) ? [] : bound(element.name)));
}
