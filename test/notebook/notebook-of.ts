/** Notebooks for tests, written as a list of cells. */

import type { Cell, CodeCell, Notebook, Output, TextCell } from "../../lib/notebook/notebook";

/** A notebook of these cells, with ids cell-1, cell-2, ... */
export function notebookOf(...cells: readonly Cell[]): Notebook {
  const numbered = cells.map((cell, index) => ({ id: `cell-${index + 1}`, ...cell }));
  return { cells: numbered, metadata: {}, nbformat: 4, nbformat_minor: 5 };
}

/** A code cell with these tags and no outputs. */
export function code(source: string, ...tags: readonly string[]): CodeCell {
  const metadata = tags.length === 0 ? {} : { tags };
  return { cell_type: "code", metadata, source, outputs: [], execution_count: null };
}

/** A code cell with these outputs. */
export function codeWith(source: string, ...outputs: readonly Output[]): CodeCell {
  return { ...code(source), outputs };
}

/** A cell of Markdown. */
export function prose(source: string): TextCell {
  return { cell_type: "markdown", metadata: {}, source };
}
