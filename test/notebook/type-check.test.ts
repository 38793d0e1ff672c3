/** The strict check of cells with the kernel's compiler. */
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { typeCheck } from "../../lib/dist/notebook/type-check";
import { code, notebookOf, prose } from "./notebook-of";

const dir = fileURLToPath(new URL("../fixtures/notebooks", import.meta.url));

test("faults are told by cell, line and character, for several notebooks in one compiler run", async () => {
  const good = notebookOf(
    prose("# Title"),
    code('import { sep } from "node:path"\nconst slashes = [sep].map((s) => s.length)'),
    code("[...slashes]\nawait Promise.resolve(sep)"),
  );
  const bad = notebookOf(
    prose("# Title"),
    code('import { join, sep } from "node:path"\nsep'),
    code("const names = ['cart']\nconst none: string = null"),
    code("  names.count"),
    code("const unknown: number = 'not checked'", "raises-exception"),
    code("names.toSorted()"),
    code("let names = 2"),
    code("names.map(("),
  );
  const [ofGood, ofBad] = await typeCheck([
    { notebook: good, dir },
    { notebook: bad, dir },
  ]);
  expect(ofGood).toEqual([]);
  expect(
    ofBad?.map(({ cell, line, character, message }) => `${cell}, ${line}:${character} ${message}`),
  ).toEqual([
    "2, 1:10 'join' is declared but its value is never read.",
    "3, 1:7 Cannot redeclare block-scoped variable 'names'.",
    "3, 2:7 Type 'null' is not assignable to type 'string'.",
    "4, 1:9 Property 'count' does not exist on type 'string[]'.",
    "6, 1:7 Property 'toSorted' does not exist on type 'string[]'.",
    "7, 1:5 Cannot redeclare block-scoped variable 'names'.",
    "8, 2:1 Expression expected.",
  ]);
});
