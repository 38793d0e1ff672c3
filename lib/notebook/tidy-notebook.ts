/** A notebook without what front ends leave in it: the same lesson always has the same bytes. */

import type { Cell, Notebook } from "./notebook";
import type { JsonObject } from "./python-json";

/** What a front end writes about itself or about the last run. */
const noise: ReadonlySet<string> = new Set([
  "ExecuteTime",
  "collapsed",
  "execution",
  "scrolled",
  "trusted",
  "vscode",
]);

/** Names the kernel as any tslab does, so that the notebook opens where leakloop's own kernel is not set up. */
const notebookMetadata: JsonObject = {
  kernelspec: { display_name: "TypeScript", language: "typescript", name: "tslab" },
  language_info: { file_extension: ".ts", mimetype: "text/typescript", name: "typescript" },
};

/** Remove execution counts and front ends' traces; sources, outputs, ids, tags and other metadata of cells stay. */
export function tidyNotebook(notebook: Notebook): Notebook {
  const cells = notebook.cells.map(tidyCell);
  return {
    cells,
    metadata: notebookMetadata,
    nbformat: 4,
    nbformat_minor: Math.max(5, notebook.nbformat_minor),
  };
}

function tidyCell(cell: Cell): Cell {
  const kept = Object.entries(cell.metadata).filter(([key]) => !noise.has(key));
  const metadata = Object.fromEntries(kept);
  return cell.cell_type === "code" ? { ...cell, metadata, execution_count: null } : { ...cell, metadata };
}
