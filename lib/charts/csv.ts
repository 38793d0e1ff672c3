/** Rows as inline CSV: a fifth of the JSON's size, and one line in a notebook instead of thousands. */

/** One row; all rows of a table have the same columns. */
export type Row = Readonly<Record<string, string | number>>;

/** A vega-lite `data` property. */
export interface InlineData {
  readonly values: string | readonly Row[];
  readonly format?: { readonly type: "csv"; readonly parse: Readonly<Record<string, "number" | "string">> };
}

/**
 * Write rows as inline CSV.
 *
 * Every column gets a parse type, because vega reads CSV as text otherwise: 10 would sort before 2, and a label
 * "1" would become a number.
 *
 * @param rows - The table; the first row names the columns.
 * @returns Data for a view or a layer.
 */
export function csvData(rows: readonly Row[]): InlineData {
  const first = rows[0];
  if (first === undefined) return { values: [] };
  const columns = Object.keys(first);
  const lines = rows.map((row) => columns.map((column) => cell(row[column] ?? "")).join(","));
  const parse = Object.fromEntries(
    columns.map((column) => [column, typeof first[column] === "number" ? "number" : "string"] as const),
  );
  return { values: [columns.join(","), ...lines].join("\n"), format: { type: "csv", parse } };
}

function cell(value: string | number): string {
  const text = String(value);
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
