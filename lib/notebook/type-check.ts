/** Checks the code cells of notebooks with the kernel's own compiler, but strictly, which the kernel does not. */

import { spawn } from "node:child_process";
import { join } from "node:path";
import type { CellModule, ModuleFault } from "./compile-cells";
import { type Cell, hasTag, type Notebook } from "./notebook";

/** A notebook and the folder that its imports are relative to. */
export interface NotebookToCheck {
  readonly notebook: Notebook;
  readonly dir: string;
}

/** What the compiler says about a cell. */
export interface TypeFinding {
  /** Which cell, counted from 1, prose cells included. */
  readonly cell: number;
  /** Which line of the cell, counted from 1. */
  readonly line: number;
  /** Which character of the line, counted from 1. */
  readonly character: number;
  readonly message: string;
}

/** Where a line of a module comes from. */
interface LineOrigin {
  readonly cell: number;
  readonly line: number;
}

/**
 * Check each notebook as one module of all its code cells; cells tagged `raises-exception` may have faults.
 *
 * Unlike the kernel, the check does not let a cell declare a name again. One compiler run serves all notebooks.
 *
 * @returns For each notebook its findings, in order.
 * @throws {Error} When the compiler cannot be run.
 */
export async function typeCheck(notebooks: readonly NotebookToCheck[]): Promise<TypeFinding[][]> {
  const modules = notebooks.map(({ notebook, dir }, index) => ({
    path: join(dir, `notebook-${index}.cells.ts`),
    ...moduleOf(notebook),
  }));
  const faults = await compile(modules.map(({ path, text }) => ({ path, text })));
  return modules.map(({ path, origins }, index) =>
    faults
      .filter((fault) => fault.path === path)
      .map((fault) => ({ ...fault, ...originOf(origins, fault.line) }))
      .filter(({ cell }) => !mayFail(notebooks[index]?.notebook.cells[cell - 1]))
      .map(({ cell, line, character, message }) => ({ cell, line, character: character + 1, message }))
      .sort((a, b) => a.cell - b.cell || a.line - b.line),
  );
}

/** After each cell a lone `;`, as the kernel too ends a cell's last statement with the cell. */
function moduleOf(notebook: Notebook): { readonly text: string; readonly origins: readonly LineOrigin[] } {
  const lines: string[] = [];
  const origins: LineOrigin[] = [];
  for (const [index, cell] of notebook.cells.entries()) {
    if (cell.cell_type !== "code") continue;
    for (const [line, text] of [...cell.source.split("\n"), ";"].entries()) {
      lines.push(text);
      origins.push({ cell: index + 1, line: line + 1 });
    }
  }
  return { text: `${lines.join("\n")}\nexport {};\n`, origins };
}

/** A fault at the end of the text belongs to the last cell. */
function originOf(origins: readonly LineOrigin[], line: number): LineOrigin {
  return origins[line] ?? origins.at(-1) ?? { cell: 1, line: 1 };
}

function mayFail(cell: Cell | undefined): boolean {
  return cell !== undefined && hasTag(cell, "raises-exception");
}

async function compile(modules: readonly CellModule[]): Promise<ModuleFault[]> {
  const child = spawn(process.execPath, [join(__dirname, "compile-cells.js")], {
    stdio: ["pipe", "pipe", "pipe"],
  });
  let output = "";
  let errors = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    output += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    errors += text;
  });
  child.stdin.end(JSON.stringify(modules));
  const code = await new Promise((closed, failed) => child.on("close", closed).on("error", failed));
  if (code !== 0) throw new Error(`The kernel's compiler ended with ${code}.\n${errors.trim()}`);
  return JSON.parse(output) as ModuleFault[];
}
