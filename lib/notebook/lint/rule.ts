/** What a lint rule is: the file `rule/<name>.ts` exports `rule`. Adding a rule is adding that file. */

import type { Cell, CodeCell, Notebook, TextCell } from "../notebook";

/** Something in a notebook that its reader or its kernel would stumble over. */
export interface Finding {
  /** Which cell, counted from 1, prose cells included; without it the notebook as a whole. */
  readonly cell?: number;
  /** What is wrong, and what to do. */
  readonly message: string;
  /** A guide, not a rule: worth a look, no reason to fail. */
  readonly advice?: true;
}

/** Look at a notebook; say nothing when all is well. */
export type LintRule = (notebook: Notebook) => readonly Finding[];

/** A cell with its number, counted from 1, prose cells included. */
export interface Numbered<C extends Cell> {
  readonly cell: C;
  readonly number: number;
}

/** The code cells, with the numbers that findings give them. */
export function codeCells(notebook: Notebook): Numbered<CodeCell>[] {
  return numbered(notebook).flatMap(({ cell, number }) =>
    cell.cell_type === "code" ? [{ cell, number }] : [],
  );
}

/** The cells of prose, with the numbers that findings give them. */
export function proseCells(notebook: Notebook): Numbered<TextCell>[] {
  return numbered(notebook).flatMap(({ cell, number }) =>
    cell.cell_type === "markdown" ? [{ cell, number }] : [],
  );
}

/** All cells, with the numbers that findings give them. */
export function numbered(notebook: Notebook): Numbered<Cell>[] {
  return notebook.cells.map((cell, index) => ({ cell, number: index + 1 }));
}
