/** `leakloop notebook`: run notebooks on the real kernel and compare with what is stored, or lint them. */

import { existsSync, readdirSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import { parseArgs } from "node:util";
import { BadInputError } from "../../bad-input";
import { kitRoot } from "../../exercise/kit-folder";
import { lintNotebook } from "../../notebook/lint/lint-notebook";
import type { Notebook } from "../../notebook/notebook";
import { readNotebook, reproduceNotebook, storeNotebook } from "../../notebook/reproduce-notebook";
import { progressLine } from "../../notebook/run-progress";
import { typeCheck } from "../../notebook/type-check";
import type { Verb } from "../main";

/** A notebook to work on. */
interface Opened {
  readonly file: string;
  /** As a person would type it from here. */
  readonly name: string;
  readonly notebook: Notebook;
}

/** Run, compare and lint notebooks. */
export const verb: Verb = {
  summary: "run notebooks on the real kernel and compare with what is stored",
  help: `
npm run notebook -- [FILE.ipynb]... [--write | --lint]

Runs each notebook top to bottom in a fresh kernel and compares every output with the stored one. Without a FILE: all
notebooks in the folder notebooks.

  --write   store the outputs of the run, unless a cell failed
  --lint    do not run: check style, traps of the kernel and, strictly, types

Exit code: 0 all well, 1 something differs or was found, 2 a file is not there or not a notebook.

Example:  npm run notebook -- notebooks/05-the-leak-loop.ipynb --write
`,
  run: async (argv) => {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: { write: { type: "boolean", default: false }, lint: { type: "boolean", default: false } },
    });
    if (values.lint && values.write)
      throw new BadInputError(
        "--lint does not run a notebook, so it has nothing to --write. Give one of them.",
      );
    const opened = open(positionals);
    return values.lint ? lintAll(opened) : runAll(opened, values.write);
  },
};

function open(files: readonly string[]): Opened[] {
  const chosen = files.length === 0 ? notebooksOfTheKit() : files.map((file) => resolve(file));
  return chosen.map((file) => {
    const name = relative(process.cwd(), file);
    return { file, name, notebook: readNotebook(file) };
  });
}

function notebooksOfTheKit(): string[] {
  const dir = join(kitRoot, "notebooks");
  const names = existsSync(dir) ? readdirSync(dir).filter((name) => name.endsWith(".ipynb")) : [];
  if (names.length === 0) throw new BadInputError(`There is no notebook in ${dir}. Give the file to run.`);
  return names.sort().map((name) => join(dir, name));
}

async function lintAll(opened: readonly Opened[]): Promise<number> {
  const types = await typeCheck(opened.map(({ notebook, file }) => ({ notebook, dir: dirname(file) })));
  const clean = opened.map(({ name, notebook }, index) => {
    const lint = lintNotebook(notebook);
    const faults = types[index] ?? [];
    const lines = [
      ...lint.map(({ cell, message, rule }) => `${place(cell)}${message} (${rule})`),
      ...faults.map(
        ({ cell, line, character, message }) => `${place(cell, line, character)}${message} (types)`,
      ),
    ];
    print(name, lines);
    return faults.length === 0 && lint.every(({ advice }) => advice);
  });
  return clean.every(Boolean) ? 0 : 1;
}

async function runAll(opened: readonly Opened[], write: boolean): Promise<number> {
  const startedMs = Date.now();
  const total = opened.reduce((cells, { notebook }) => cells + notebook.cells.length, 0);
  let before = 0;
  let exitCode = 0;
  for (const { file, name, notebook } of opened) {
    const onCell = (done: number): void =>
      overwriteLine(
        progressLine({ name: basename(name), done: before + done, total, elapsedMs: Date.now() - startedMs }),
      );
    const { problems, differences, freshText } = await reproduceNotebook(file, { onCell });
    before += notebook.cells.length;
    overwriteLine("");
    if (problems.length === 0 && differences.length > 0 && write) {
      storeNotebook(file, freshText);
      process.stdout.write(`${name}: stored, ${differences.length} changed\n`);
      continue;
    }
    const findings = problems.length > 0 ? problems : differences;
    print(
      name,
      findings.map(({ cell, message }) => `${place(cell)}${message}`),
    );
    if (findings.length > 0) exitCode = 1;
  }
  return exitCode;
}

function print(name: string, lines: readonly string[]): void {
  process.stdout.write(lines.length === 0 ? `${name}: ok\n` : `${name}:\n  ${lines.join("\n  ")}\n`);
}

function place(cell: number | undefined, line?: number, character?: number): string {
  if (cell === undefined) return "";
  return line === undefined ? `cell ${cell}: ` : `cell ${cell}, ${line}:${character}: `;
}

/** On a terminal only. */
function overwriteLine(text: string): void {
  if (process.stderr.isTTY)
    process.stderr.write(`\r\x1b[2K${text.slice(0, (process.stderr.columns || 80) - 1)}`);
}
