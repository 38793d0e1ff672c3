/**
 * Reading comma-separated values (RFC 4180): quoted cells, line breaks in them, a byte order mark, `;` as
 * separator.
 */

import { BadInputError } from "../bad-input";

/**
 * Split CSV text into rows of cells. Rows without any text are dropped.
 *
 * The separator is `;` when the first line holds one and no comma, as spreadsheets write it where the comma
 * is the decimal sign.
 *
 * @throws {BadInputError} When a quote is never closed or text follows a closing quote.
 * @example
 * csvRows('student,name\nana,"Lee, Ana"\n'); // [["student", "name"], ["ana", "Lee, Ana"]]
 */
export function csvRows(text: string): string[][] {
  const body = text.replace(/^\uFEFF/, "");
  const firstLine = /^[^\r\n]*/.exec(body)?.[0] ?? "";
  const separator = firstLine.includes(";") && !firstLine.includes(",") ? ";" : ",";
  const cell = new RegExp(`("(?:[^"]|"")*"|(?!")[^${separator}\\r\\n]*)(${separator}|\\r\\n|\\r|\\n|$)`, "y");
  const rows: string[][] = [];
  let row: string[] = [];
  while (cell.lastIndex < body.length) {
    const match = cell.exec(body);
    if (match === null) throw new BadInputError(`The quotes in row ${rows.length + 1} do not pair up.`);
    row.push(unquote(match[1] ?? ""));
    if (match[2] !== separator) {
      rows.push(row);
      row = [];
    }
  }
  if (row.length > 0) rows.push(row);
  return rows.filter((cells) => cells.some((text) => text.trim() !== ""));
}

function unquote(cell: string): string {
  return cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell;
}
