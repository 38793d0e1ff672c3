/** The types of an answer. */
import { expect, test } from "vitest";
import { typeErrors } from "../../lib/dist/exercise/type-errors";
import { solution } from "./answers";

test("an answer is held to strict TypeScript, with line and column", async () => {
  const source =
    'const count: number = "two";\nexport function f(x) {\n  console.log(count);\n  return x;\n}\n';
  expect(await typeErrors(source)).toEqual([
    { line: 1, column: 7, message: "Type 'string' is not assignable to type 'number'." },
    { line: 2, column: 19, message: "Parameter 'x' implicitly has an 'any' type." },
  ]);
});

test("a right answer has none, also when it uses what only Node has", async () => {
  expect(
    await typeErrors(`${solution}\nimport { inspect } from "node:util";\nconsole.log(inspect(1));\n`),
  ).toEqual([]);
});
