/** What the README says is so. */
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { Heap, leakLoop } from "../lib/dist";

const read = (path: string): string =>
  readFileSync(fileURLToPath(new URL(`../${path}`, import.meta.url)), "utf8");
const readme = read("README.md");

test("the README's code does what its comments say", () => {
  const code = /```ts\n([\s\S]*?)```/.exec(readme)?.[1] ?? "";
  const lines = code.split("\n").map((line) => {
    const claim = /^(.+); \/\/ (\d+)\b/.exec(line);
    if (line.startsWith("import")) return "";
    return claim === null ? line : `claims.push([${JSON.stringify(claim[1])}, ${claim[1]}, ${claim[2]}]);`;
  });
  const claims: [code: string, value: number, claimed: number][] = [];
  new Function("claims", "Heap", "leakLoop", lines.join("\n"))(claims, Heap, leakLoop);
  expect(claims.map(([, value]) => value)).toEqual([1, 2, 171]);
  for (const [expression, value, claimed] of claims) expect(value, expression).toBe(claimed);
});

test("the README names every dependency, and no other", () => {
  const manifests = ["package.json", "lib/package.json"].map((file) => JSON.parse(read(file)));
  const used = manifests.flatMap((manifest) =>
    Object.keys({ ...manifest.dependencies, ...manifest.devDependencies }),
  );
  const table = /## Dependencies\n([\s\S]*?)\n\n[^|\n]/.exec(readme)?.[1] ?? "";
  const named = table.split("\n").flatMap((row) => (row.split("|")[1] ?? "").match(/`[^`]+`/g) ?? []);
  expect(named.map((name) => name.slice(1, -1)).sort()).toEqual(used.sort());
});

test("every version is pinned to the last digit", () => {
  for (const file of ["package.json", "lib/package.json"]) {
    const manifest = JSON.parse(read(file));
    for (const version of Object.values({ ...manifest.dependencies, ...manifest.devDependencies }))
      expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  }
});

test("every link and picture of the README leads to a file", () => {
  const targets = [...readme.matchAll(/\]\(([^)#]+)\)/g)].map((match) => match[1] ?? "");
  expect(targets.length).toBeGreaterThan(5);
  for (const target of targets) {
    expect(existsSync(fileURLToPath(new URL(`../${target}`, import.meta.url))), target).toBe(true);
  }
});

test("every npm script of the README exists", () => {
  const scripts = Object.keys(JSON.parse(read("package.json")).scripts);
  const named = [...readme.matchAll(/npm (?:run )?([a-z][\w:]*)/g)].map((match) => match[1] ?? "");
  for (const name of named) expect(scripts, `npm run ${name}`).toContain(name);
});
