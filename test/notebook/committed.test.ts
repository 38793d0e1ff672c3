/** The notebooks of the course, as they are committed. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { lintNotebook } from "../../lib/dist/notebook/lint/lint-notebook";
import { readNotebook, reproduceNotebook } from "../../lib/dist/notebook/reproduce-notebook";
import { typeCheck } from "../../lib/dist/notebook/type-check";

const dir = fileURLToPath(new URL("../../notebooks", import.meta.url));
const files = readdirSync(dir).filter((name) => name.endsWith(".ipynb"));

test("the course has notebooks, and their cells type-check strictly", async () => {
  expect(files).not.toEqual([]);
  const found = await typeCheck(files.map((name) => ({ notebook: readNotebook(join(dir, name)), dir })));
  expect(Object.fromEntries(files.map((name, index) => [name, found[index]]))).toEqual(
    Object.fromEntries(files.map((name) => [name, []])),
  );
});

describe.each(files)("%s", (name) => {
  test("keeps every rule of style and none of the kernel's traps is in it", () => {
    const findings = lintNotebook(readNotebook(join(dir, name)));
    expect(findings.filter(({ advice }) => !advice)).toEqual([]);
  });

  test("gives the committed bytes when it is run from top to bottom on the real kernel", {
    timeout: 120_000,
  }, async () => {
    const { problems, differences } = await reproduceNotebook(join(dir, name));
    expect({ problems, differences }).toEqual({ problems: [], differences: [] });
  });
});
