/** The behaviours that the tests name, read from their source. */

import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import type { Behaviour } from "./behaviour";

/** A behaviour, and the test file that names it, from the root of the repository. */
export interface NamedBehaviour extends Behaviour {
  readonly file: string;
}

const root = fileURLToPath(new URL("../..", import.meta.url));

/**
 * Every call of `behaviour` in the test files, by item, then by file, then in the order of the file.
 *
 * @throws When a call does not say in so many words what it is about: the table is made without running the tests.
 */
export function readBehaviours(): readonly NamedBehaviour[] {
  const files = readdirSync(join(root, "test"), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".test.ts"))
    .map((file) => join(root, "test", file))
    .sort();
  return files.flatMap(behavioursOf).sort((one, other) => one.item - other.item);
}

function behavioursOf(file: string): NamedBehaviour[] {
  const text = readFileSync(file, "utf8");
  if (!text.includes("behaviour(")) return [];
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found: NamedBehaviour[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && node.expression.getText() === "behaviour")
      found.push({ ...wordsOf(node), file: relative(root, file).replaceAll("\\", "/") });
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** The first argument: an object of literals. */
function wordsOf(call: ts.CallExpression): Behaviour {
  const [words] = call.arguments;
  const properties = words !== undefined && ts.isObjectLiteralExpression(words) ? words.properties : [];
  const values = properties.flatMap((property) =>
    ts.isPropertyAssignment(property)
      ? [[property.name.getText(), literal(property.initializer)] as const]
      : [],
  );
  const { claim, compared, item, versions } = Object.fromEntries(values);
  if (claim === undefined || compared === undefined || item === undefined || versions === undefined) {
    const { line } = call.getSourceFile().getLineAndCharacterOfPosition(call.getStart());
    throw new Error(
      `${call.getSourceFile().fileName}:${line + 1}: behaviour() takes an object of literals: item, versions, compared and claim. The table is made from the source.`,
    );
  }
  return { item: Number(item), versions, compared: compared as Behaviour["compared"], claim };
}

function literal(node: ts.Expression): string | undefined {
  return ts.isStringLiteralLike(node) || ts.isNumericLiteral(node) ? node.text : undefined;
}
