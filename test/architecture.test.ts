import { readdirSync, readFileSync } from "node:fs";
import { dirname, extname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));

/** One import or re-export of a file. */
interface Import {
  /** The importing file, for example "lib/sim/gc/collect.ts". */
  readonly from: string;
  /** The imported file without its ending, "lib/sim/heap/heap"; or a package, "vitest", "node:fs". */
  readonly to: string;
  readonly typeOnly: boolean;
}

const libFiles = filesIn("lib").filter((file) => extname(file) === ".ts");
const libImports = libFiles.flatMap(importsOf);

/**
 * What each part of lib may import besides itself. A name is a folder of lib, or `leaf` for the files that lie in lib
 * itself; "types of" means `import type` only. `node` is Node's own modules; any other word is a package.
 */
const arrows: Readonly<Record<string, readonly string[]>> = {
  sim: [],
  python: ["sim", "@lezer/python", "@lezer/common"],
  charts: ["types of sim", "bad-input"],
  cpython: ["types of sim", "leaf", "node"],
  bench: ["sim", "python", "cpython", "leaf", "node"],
  fuzz: ["sim", "cpython", "leaf", "node"],
  exercise: ["leaf", "node", "yaml", "types of typescript"],
  grader: ["exercise", "leaf", "node", "csv-stringify"],
  notebook: [
    "types of sim",
    "python",
    "charts",
    "leaf",
    "node",
    "vega",
    "vega-lite",
    "tslab",
    "types of typescript",
  ],
  cli: [
    "sim",
    "python",
    "charts",
    "cpython",
    "bench",
    "fuzz",
    "exercise",
    "grader",
    "notebook",
    "leaf",
    "node",
  ],
  index: ["sim", "python", "charts", "cpython", "exercise", "notebook"],
  leaf: ["node"],
};

test("every part of lib imports only what its arrows allow", () => {
  const wrong = libImports
    .filter((one) => !allowed(one))
    .map(({ from, to, typeOnly }) => {
      const part = partOf(from);
      const may = arrows[part];
      const rule =
        may === undefined
          ? `lib/${part} has no arrows yet: say in this test what it may import`
          : `lib/${part} may import ${may.length === 0 ? "nothing but itself" : `only itself and ${may.join(", ")}`}`;
      return `${from} imports ${typeOnly ? "types of " : ""}${to}: ${rule}. Move the code to where it is allowed, or pass it in as an argument.`;
    });
  expect(wrong).toEqual([]);
});

test("nobody imports cli", () => {
  const wrong = libImports
    .filter(({ from, to }) => partOf(`${to}.ts`) === "cli" && to.startsWith("lib/") && partOf(from) !== "cli")
    .map(
      ({ from, to }) =>
        `${from} imports ${to}: the command line has no logic of its own. Move it into the part it is about.`,
    );
  expect(wrong).toEqual([]);
});

/** Names of Node and of browsers by which a program could see anything but its arguments. */
const hiddenInputs = new Set([
  "process",
  "console",
  "require",
  "Date",
  "performance",
  "setTimeout",
  "setInterval",
  "setImmediate",
  "queueMicrotask",
  "globalThis",
  "global",
  "window",
  "document",
  "fetch",
  "crypto",
  "Buffer",
]);

test("sim and charts see no clock, no randomness, no Node and no browser", () => {
  const wrong = libFiles
    .filter((file) => ["sim", "charts"].includes(partOf(file)))
    .flatMap((file) =>
      identifiersOf(file)
        .filter(([name, parent]) => hiddenInputs.has(name) || (parent === "Math" && name === "random"))
        .map(
          ([name]) =>
            `${file} uses ${name}: the same arguments must give the same result. Take it as a parameter.`,
        ),
    );
  expect(wrong).toEqual([]);
});

test("an exercise imports vitest, ./exercise and leakloop, and nothing else", () => {
  const wrong = filesIn("exercises")
    .filter((file) => extname(file) === ".ts")
    .flatMap(importsOf)
    .filter(({ from, to }) => to !== "vitest" && to !== "leakloop" && to !== join(dirname(from), "exercise"))
    .map(({ from, to }) => `${from} imports ${to}: an exercise must also work outside of this repository.`);
  expect(wrong).toEqual([]);
});

test("every profile is in the list of lib/sim/profile/index.ts", () => {
  const folder = "lib/sim/profile";
  const listed = /profiles: readonly Profile\[\] = \[([^\]]*)\]/.exec(read(`${folder}/index.ts`))?.[1] ?? "";
  const names = listed.split(",").map((name) => name.trim());
  const files = filesIn(folder).map((file) => file.slice(folder.length + 1, -".ts".length));
  expect(names.sort()).toEqual(
    files.filter((name) => !["index", "profile", "evaluation-rules"].includes(name)).sort(),
  );
});

test("files are named by their concept, in kebab-case", () => {
  const vague = ["util", "utils", "helper", "helpers", "common", "misc", "shared", "types", "lib"];
  const wrong = [...libFiles, ...filesIn("test").filter((file) => /\.(ts|mts|mjs)$/.test(file))]
    .filter((file) => !file.includes("/fixtures/"))
    .filter((file) => {
      const [name = "", ...endings] = file.slice(file.lastIndexOf("/") + 1).split(".");
      return !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name) || vague.includes(name) || endings.length > 2;
    })
    .map((file) => `${file}: name it by the one concept in it, singular, in kebab-case.`);
  expect(wrong).toEqual([]);
});

test("no file of lib is longer than 250 lines, and nine in ten have at most 150", () => {
  const lengths = libFiles.map((file) => [file, read(file).split("\n").length - 1] as const);
  const long = lengths.filter(([, lines]) => lines > 250);
  expect(long.map(([file, lines]) => `${file} has ${lines} lines: it holds more than one concept.`)).toEqual(
    [],
  );
  expect(lengths.filter(([, lines]) => lines > 150).length).toBeLessThanOrEqual(lengths.length / 10);
});

test("the README tells of every departure from CPython that is marked Simplified: and of no other", () => {
  const section = /## What the model leaves out\n([\s\S]*?)\n## /.exec(read("README.md"))?.[1] ?? "";
  const told = [...section.matchAll(/\]\((lib\/[^)]+\.ts)\)/g)].map((match) => match[1] ?? "").sort();
  const marked = libFiles
    .flatMap((file) => (read(file).match(/\bSimplified: /g) ?? []).map(() => file))
    .sort();
  // One row with a link to the file for each mark in it.
  expect(told).toEqual(marked);
});

/** Files below a folder of the repository, with forward slashes; not what was built or installed. */
function filesIn(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .filter((file) => !/(^|\/)(node_modules|dist|\.[^/]*)\//.test(file))
    .sort();
}

function read(file: string): string {
  return readFileSync(join(root, file), "utf8");
}

/** The folder of lib that a file belongs to; of those in lib itself, the public entry is a part of its own. */
function partOf(file: string): string {
  const [, folder = "", ...rest] = file.replace(/\.ts$/, "").split("/");
  return rest.length > 0 || folder === "index" ? folder : "leaf";
}

function allowed({ from, to, typeOnly }: Import): boolean {
  const part = partOf(from);
  const target = to.startsWith("lib/") ? partOf(to) : to.startsWith("node:") ? "node" : packageOf(to);
  const may = arrows[part] ?? [];
  return (
    (to.startsWith("lib/") && target === part) ||
    may.includes(target) ||
    may.includes(to.slice("lib/".length)) ||
    (typeOnly && may.includes(`types of ${target}`))
  );
}

/** "vega" of "vega/build", "@lezer/common" of itself. */
function packageOf(specifier: string): string {
  return specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");
}

/** Every static import, re-export, `import()` and `require()` whose target is written out. */
function importsOf(file: string): Import[] {
  const found: Import[] = [];
  const add = (specifier: ts.Node | undefined, typeOnly: boolean) => {
    if (specifier === undefined || !ts.isStringLiteralLike(specifier)) return;
    const to = specifier.text.startsWith(".") ? join(dirname(file), specifier.text) : specifier.text;
    found.push({ from: file, to: to.split(sep).join("/"), typeOnly });
  };
  walk(parse(file), (node) => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, node.importClause?.isTypeOnly ?? false);
    else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly);
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
      add(node.argument.literal, true);
    else if (ts.isImportEqualsDeclaration(node) && ts.isExternalModuleReference(node.moduleReference))
      add(node.moduleReference.expression, node.isTypeOnly);
    else if (ts.isCallExpression(node) && ["import", "require"].includes(node.expression.getText()))
      add(node.arguments[0], false);
  });
  return found;
}

/** Every name in the file that stands for a value, with what stands before its dot. */
function identifiersOf(file: string): [name: string, parent: string | undefined][] {
  const found: [string, string | undefined][] = [];
  walk(parse(file), (node) => {
    if (!ts.isIdentifier(node)) return;
    const { parent } = node;
    if (ts.isPropertyAccessExpression(parent) && parent.name === node)
      found.push([node.text === "random" ? "random" : "", parent.expression.getText()]);
    else if (!ts.isPropertyAssignment(parent) && !ts.isPropertySignature(parent))
      found.push([node.text, undefined]);
  });
  return found;
}

function parse(file: string): ts.SourceFile {
  return ts.createSourceFile(file, read(file), ts.ScriptTarget.ES2022, true);
}

function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  node.forEachChild((child) => walk(child, visit));
}
