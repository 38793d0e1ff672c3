/** The call that a failed expectation looked at, in the words of the test. */

import type TypeScript from "typescript";
import { typescript } from "./typescript";

/**
 * Find `expect(<call>)` around a place in a test file.
 *
 * @param source - The test file's text.
 * @param at - Line and column of a place inside the statement `expect(...)...`, both counted from 1.
 * @returns The text of `<call>` on one line, a function's body without its arrow; undefined when it is only a name or
 *   there is no `expect` at that place.
 */
export function quoteCall(source: string, at: readonly [number, number]): string | undefined {
  const ts = typescript();
  const file = ts.createSourceFile("test.ts", source, ts.ScriptTarget.Latest, true);
  const [line, column] = at;
  const position = (file.getLineStarts()[line - 1] ?? source.length) + column - 1;
  let found: TypeScript.Expression | undefined;
  const visit = (node: TypeScript.Node): void => {
    if (position < node.getStart() || position > node.end) return;
    found = (ts.isExpressionStatement(node) && expectedIn(node)) || found;
    ts.forEachChild(node, visit);
  };
  visit(file);
  if (found === undefined || ts.isIdentifier(found)) return undefined;
  const called = ts.isArrowFunction(found) && !ts.isBlock(found.body) ? found.body : found;
  return called.getText().replace(/\s+/g, " ");
}

/** The first argument of the `expect(...)` that the statement's chain of calls begins with. */
function expectedIn(statement: TypeScript.ExpressionStatement): TypeScript.Expression | undefined {
  const ts = typescript();
  let node: TypeScript.Expression = statement.expression;
  while (true) {
    if (ts.isCallExpression(node) && node.expression.getText() === "expect") return node.arguments[0];
    if (ts.isAwaitExpression(node) || ts.isCallExpression(node) || ts.isPropertyAccessExpression(node))
      node = node.expression;
    else return undefined;
  }
}
