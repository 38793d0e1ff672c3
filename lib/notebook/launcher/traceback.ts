/** An error's story for a learner: its message, then the lines of cells it passed through, innermost first. */

import type { CellLog, CellPosition } from "./cell-log";

/** Frame of a stack that is in a cell. `record-cells.ts` gave the code that name. */
const cellFrame = /\bcell-(\d+):(\d+):(\d+)\)?$/;

/** The lines that tell of `error`, its causes included. Frames of tslab, of Node and of libraries are left out. */
export function traceback(error: Error, log: CellLog): string[] {
  const lines = [...`${error.name}: ${messageOf(error)}`.split("\n"), ...stackLines(error, log)];
  if (!(error.cause instanceof Error)) return lines;
  const [first, ...rest] = traceback(error.cause, log);
  return [...lines, `Caused by ${first}`, ...rest];
}

/** Without the list of files that Node adds to the message about a module it cannot find. */
export function messageOf(error: Error): string {
  return error.message.replace(/\nRequire stack:[\s\S]*$/, "");
}

/** A line of a cell and, below it, a mark under the column. */
export function sourceLine(at: CellPosition, current: number): string[] {
  const where = at.cell === current ? `  line ${at.line}:  ` : `  cell [${at.cell}], line ${at.line}:  `;
  const indent = at.text.length - at.text.trimStart().length;
  const mark = " ".repeat(where.length + Math.max(0, at.column - indent));
  return [`${where}${at.text.trim()}`, `${mark}^`];
}

function stackLines(error: Error, log: CellLog): string[] {
  const positions = (error.stack ?? "").split("\n").flatMap((frame) => {
    const [, cell, line, column] = cellFrame.exec(frame) ?? [];
    return (cell !== undefined && log.inCode(Number(cell), Number(line), Number(column))) || [];
  });
  return positions
    .filter((at, index) => !same(at, positions[index - 1]))
    .flatMap((at) => sourceLine(at, log.current));
}

/** A recursion passes the same place again and again; once is enough. */
function same(at: CellPosition, before: CellPosition | undefined): boolean {
  return at.cell === before?.cell && at.line === before.line && at.column === before.column;
}
