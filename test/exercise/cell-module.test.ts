/** From a notebook's cell to an answer. */
import { expect, test } from "vitest";
import { cellModule } from "../../lib/dist/exercise/cell-module";
import { answerInNotebook } from "../../lib/dist/exercise/notebook-answer";
import { exerciseOfCell } from "../../lib/exercise/cell-answer";

test("a cell becomes a module that exports its functions, classes, enums and variables, but no types", () => {
  const cell = [
    "// @exercise 01-ledger",
    "interface Shape {}",
    "type Alias = Shape;",
    "enum Colour { Red }",
    "class Heap {}",
    "function bind() { function inner() {} const local = 1; }",
    "async function* steps() {}",
    "const { a, b: [c, ...d] } = f();",
    "let e = 1, g;",
    "// function commented() {}",
    'const text = "function quoted() {}";',
  ].join("\n");
  expect(cellModule(cell)).toBe(`${cell}\nexport { Colour, Heap, bind, steps, a, c, d, e, g, text };\n`);
});

test("a cell that exports something is left alone", () => {
  const cell = "export function bind() {}\nfunction helper() {}";
  expect(cellModule(cell)).toBe(cell);
});

test("a call of check in the same cell is blanked out, and the lines keep their numbers", () => {
  expect(cellModule('function f() {}\nawait check(\n  "01-ledger");\nconst after = 1;')).toBe(
    `function f() {}\n${" ".repeat(12)}\n${" ".repeat(15)}\nconst after = 1;\nexport { f, after };\n`,
  );
});

test.each([
  ["// @exercise 01-ledger\ncode", "01-ledger"],
  ["\n  //@exercise   01-ledger  \r\ncode", "01-ledger"],
  ["// @exercise 01-ledger", "01-ledger"],
  ["code\n// @exercise 01-ledger", undefined],
  ["// the exercise 01-ledger", undefined],
])("%o answers %s", (source, name) => {
  expect(exerciseOfCell(source)).toBe(name);
});

const cell = (source: string | string[], cell_type = "code"): object => ({ cell_type, source, metadata: {} });
const notebook = (...cells: object[]): string => JSON.stringify({ cells, nbformat: 4, nbformat_minor: 5 });

test("the last code cell of an exercise is its answer, whether its source is a text or a list of lines", () => {
  const text = notebook(
    cell("// @exercise 01-ledger\nfunction first() {}"),
    cell(["// @exercise 01-ledger\n", "function last() {}"]),
    cell("// @exercise 02-other\nfunction other() {}"),
    cell("// @exercise 01-ledger\nprose", "markdown"),
  );
  expect(answerInNotebook(text, "01-ledger", "my.ipynb")).toBe(
    "// @exercise 01-ledger\nfunction last() {}\nexport { last };\n",
  );
  expect(answerInNotebook(text, "03-none", "my.ipynb")).toBeUndefined();
});

test.each([
  ["<html>Please log in</html>", "this one is not JSON"],
  ["<<<<<<< HEAD\n{}", "this one is not JSON"],
  ["[]", 'a list "cells", and this one has none'],
  ["null", 'a list "cells", and this one has none'],
])("%o is refused as a notebook in one sentence", (text, message) => {
  expect(() => answerInNotebook(text, "01-ledger", "my.ipynb")).toThrow(message);
});
