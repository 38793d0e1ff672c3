/** The answer to an exercise inside a notebook file. */

import { BadInputError } from "../bad-input";
import { exerciseOfCell } from "./cell-answer";
import { cellModule } from "./cell-module";

/**
 * Find the answer to an exercise in a notebook: the last code cell whose first line is `// @exercise <name>`.
 *
 * Outputs and metadata are not looked at.
 *
 * @param text - The whole `.ipynb` file.
 * @param file - Its name, for the message.
 * @returns A TypeScript module that exports what the cell declares; undefined when there is no such cell.
 * @throws {BadInputError} When the text is not a notebook.
 */
export function answerInNotebook(text: string, name: string, file: string): string | undefined {
  const source = cellSources(text, file)
    .filter((cell) => exerciseOfCell(cell) === name)
    .at(-1);
  return source === undefined ? undefined : cellModule(source);
}

function cellSources(text: string, file: string): string[] {
  let notebook: { cells?: unknown } | null;
  try {
    notebook = JSON.parse(text.replace(/^\uFEFF/, "")) as { cells?: unknown } | null;
  } catch {
    throw new BadInputError(
      `${file} is not a notebook: a notebook is a JSON file, and this one is not JSON.`,
    );
  }
  if (!Array.isArray(notebook?.cells))
    throw new BadInputError(
      `${file} is not a notebook: a notebook is a JSON object with a list "cells", and this one has none.`,
    );
  return (notebook.cells as (Cell | null)[])
    .filter((cell) => cell?.cell_type === "code")
    .map((cell) => joined(cell?.source));
}

interface Cell {
  readonly cell_type?: unknown;
  readonly source?: unknown;
}

/** A source is one text, or a list of lines that keep their line ends. */
function joined(source: unknown): string {
  return Array.isArray(source) ? source.map(String).join("") : typeof source === "string" ? source : "";
}
