/** Sizes of a count chart, in pixels: all columns beside the code, in the width of a notebook. */

import type { CountColumn } from "./column";

/** What the panels are drawn from. */
export interface CountLayout {
  readonly rows: number;
  readonly heightPx: number;
  readonly rowPx: number;
  readonly codeWidthPx: number;
  readonly columnWidthPx: number;
  /** The counts at the left and the right edge of a column. */
  readonly domain: readonly [number, number];
  /** One more reference is this much wider. */
  readonly unitPx: number;
  /** Indexes of statements with which a new round of a loop begins. */
  readonly roundStarts: readonly number[];
}

const PICTURE_WIDTH_PX = 655;
const CODE_CHARACTER_PX = 7.3;
const LINE_NUMBER_PX = 26;

/** Longer code is cut. */
export const MAX_CODE_CHARACTERS = 28;
/** Between the code and the columns. */
export const SPACING_PX = 12;

/** Lay out columns beside code. */
export function countLayout(columns: readonly CountColumn[], code: readonly string[]): CountLayout {
  const rowPx = Math.min(28, Math.max(18, 330 / code.length));
  const longest = Math.max(8, ...code.map((line) => Math.min(line.length, MAX_CODE_CHARACTERS)));
  const codeWidthPx = Math.round(LINE_NUMBER_PX + longest * CODE_CHARACTER_PX + 8);
  const room = (PICTURE_WIDTH_PX - codeWidthPx) / columns.length - SPACING_PX;
  const columnWidthPx = Math.floor(Math.min(104, room));
  const most = Math.max(1, ...columns.flatMap((column) => column.stretches.map((stretch) => stretch.refcnt)));
  const right = Math.max(2, most) + 0.35;
  return {
    rows: code.length,
    heightPx: Math.round(rowPx * code.length),
    rowPx,
    codeWidthPx,
    columnWidthPx,
    domain: [0, right],
    unitPx: columnWidthPx / right,
    roundStarts: code.flatMap((_, index) => (startsRound(code, index) ? [index] : [])),
  };
}

/** Are this line and the next one the first two lines once more? */
function startsRound(code: readonly string[], index: number): boolean {
  return index > 0 && code[index] === code[0] && (code[index + 1] ?? code[1]) === code[1];
}
