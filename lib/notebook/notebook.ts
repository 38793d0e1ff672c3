/** A notebook as plain data, as nbformat 4 has it; multi-line texts are joined. */

import type { JsonObject } from "./python-json";

/** What a code cell stored: MIME type to content. */
export interface DisplayOutput {
  readonly output_type: "display_data" | "execute_result";
  readonly data: JsonObject;
  readonly metadata: JsonObject;
}

/** Text that a code cell printed. */
export interface StreamOutput {
  readonly output_type: "stream";
  readonly name: "stdout" | "stderr";
  readonly text: string;
}

/** An error that ended a code cell. */
export interface ErrorOutput {
  readonly output_type: "error";
  readonly ename: string;
  readonly evalue: string;
  readonly traceback: readonly string[];
}

/** What a code cell left when it was run. */
export type Output = DisplayOutput | StreamOutput | ErrorOutput;

/** A cell of prose, or one that is passed through unread. */
export interface TextCell {
  readonly cell_type: "markdown" | "raw";
  readonly id?: string;
  readonly metadata: JsonObject;
  readonly source: string;
  readonly attachments?: JsonObject;
}

/** A cell with a program. */
export interface CodeCell {
  readonly cell_type: "code";
  readonly id?: string;
  readonly metadata: JsonObject;
  readonly source: string;
  readonly outputs: readonly Output[];
  readonly execution_count: number | null;
}

/** A cell, of whichever kind. */
export type Cell = TextCell | CodeCell;

/** A whole notebook. */
export interface Notebook {
  readonly cells: readonly Cell[];
  readonly metadata: JsonObject;
  readonly nbformat: 4;
  readonly nbformat_minor: number;
}

/** Is the cell marked with this tag? */
export function hasTag(cell: Cell, tag: string): boolean {
  const { tags } = cell.metadata;
  return Array.isArray(tags) && tags.includes(tag);
}
