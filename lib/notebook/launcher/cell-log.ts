/** The cells that were run: their sources, and where in them a position of the running code is. */

import type { CellMaps } from "./keep-source-maps";

/** A place in a cell as the learner sees it. */
export interface CellPosition {
  /** The number at the cell's prompt. */
  readonly cell: number;
  /** Counted from 1. */
  readonly line: number;
  /** Counted from 0, in UTF-16 units. */
  readonly column: number;
  /** The text of the line. */
  readonly text: string;
}

interface LoggedCell {
  readonly lines: readonly string[];
  /** How it was compiled; missing while it has errors. The lines of the code are counted without what tslab appends. */
  code?: { readonly maps: CellMaps; readonly lineCount: number };
}

/** tslab puts this many lines before a cell's source, and these characters before its compiled code. */
const linesBefore = 1;
const codeBefore = { plain: "(function(exports, require) { ", async: "(async function(exports, require) { " };

/** All cells of one kernel. Grows with each; a function of an early cell may fail in a late one. */
export class CellLog {
  readonly #cells: Map<number, LoggedCell> = new Map();
  #current = 0;

  /** The number of the cell that runs now, or ran last. */
  get current(): number {
    return this.#current;
  }

  /** Note that cell `number` begins. */
  begin(number: number, source: string): void {
    this.#current = number;
    this.#cells.set(number, { lines: source.split("\n") });
  }

  /** Note to what `output` the current cell was compiled. */
  compiled(output: string, maps: CellMaps): void {
    const cell = this.#cells.get(this.#current);
    if (cell !== undefined) cell.code = { maps, lineCount: output.split("\n").length };
  }

  /** The place at `line` (from 1) and `column` (from 0) of the source of `cell`, if there is such a line. */
  inSource(cell: number, line: number, column: number): CellPosition | undefined {
    const text = this.#cells.get(cell)?.lines[line - 1];
    return text === undefined ? undefined : { cell, line, column, text };
  }

  /** The place in the source of `cell` of a position (both from 1) in the code that V8 ran for it. */
  inCode(cell: number, line: number, column: number): CellPosition | undefined {
    const code = this.#cells.get(cell)?.code;
    if (code === undefined || line > code.lineCount) return undefined;
    const { maps } = code;
    for (const before of line === 1 ? [codeBefore.plain, codeBefore.async] : [""]) {
      const inModule = maps.fromCommonJs.findEntry(line - 1, column - 1 - before.length);
      if (!("originalLine" in inModule)) continue;
      const inCell = maps.fromModule.findEntry(inModule.originalLine, inModule.originalColumn);
      if (!("originalLine" in inCell)) continue;
      const found = this.inSource(cell, inCell.originalLine + 1 - linesBefore, inCell.originalColumn);
      if (found !== undefined) return found;
    }
    return undefined;
  }
}
