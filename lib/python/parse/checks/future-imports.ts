/** Checks `from __future__ import`. Mirrors Python/future.c. */

import type { ImportFrom, Module, Statement } from "../ast";
import type { SourceText } from "../source-text";
import { childNodes } from "./check";

const features = new Set(
  (
    "nested_scopes generators division absolute_import with_statement print_function unicode_literals " +
    "generator_stop annotations"
  ).split(" "),
);

/** They stand before all else but a docstring, and name a feature that exists. */
export function checkFutureImports(source: SourceText, module: Module): void {
  let atStart = true;
  module.body.forEach((statement, index) => {
    if (isFuture(statement)) {
      if (!atStart) throw misplaced(source, statement);
      checkFeatures(source, statement);
    } else if (index > 0 || !isDocstring(statement)) {
      atStart = false;
      refuseInside(source, statement);
    }
  });
}

function checkFeatures(source: SourceText, { names }: ImportFrom): void {
  for (const alias of names) {
    if (features.has(alias.name)) continue;
    const message = alias.name === "braces" ? "not a chance" : `future feature ${alias.name} is not defined`;
    throw source.syntaxError(message, alias);
  }
}

function refuseInside(source: SourceText, statement: Statement): void {
  for (const child of childNodes(statement))
    if (child.kind === "ImportFrom" && isFuture(child)) throw misplaced(source, child);
    else if ("body" in child && Array.isArray(child.body)) refuseInside(source, child as Statement);
  if (isFuture(statement)) throw misplaced(source, statement);
}

function misplaced(source: SourceText, statement: Statement): Error {
  return source.syntaxError("from __future__ imports must occur at the beginning of the file", statement);
}

function isFuture(statement: Statement): statement is ImportFrom {
  return statement.kind === "ImportFrom" && statement.module === "__future__" && statement.level === 0;
}

function isDocstring(statement: Statement): boolean {
  return (
    statement.kind === "Expr" && statement.value.kind === "Constant" && statement.value.value.type === "str"
  );
}
