import { expect, test } from "vitest";
import { pageNames } from "../../../lib/grader/pages/page-names";

test("a plain name is its own file name", () => {
  expect([...pageNames(["ana", "Jörg Müller", "lee@x.org"]).values()]).toEqual([
    "ana.html",
    "Jörg Müller.html",
    "lee@x.org.html",
  ]);
});

test.each([
  "../../etc/passwd",
  "a/b",
  "con",
  "",
  "..",
  "-rf",
  "x".repeat(300),
  "a\nb",
  "a:b*?",
  "😀".repeat(99),
])("the name %j becomes a file name that is safe everywhere", (student) => {
  const name = pageNames([student]).get(student) as string;
  expect(name).toMatch(/^[\p{L}\p{M}\p{N} _\-.@+]+-[0-9a-f]{8}\.html$/u);
  expect(name).not.toMatch(/^[.-]|^con\./);
  expect(Buffer.byteLength(name)).toBeLessThan(255);
});

test("students whose names differ only by case or by what was left out have different pages", () => {
  const names = [...pageNames(["ana", "Ana", "a/na", "an/a"]).values()];
  expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(4);
});
