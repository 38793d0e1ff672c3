/** A notebook file (`.ipynb`, nbformat 4): read from text, and written to the byte as nbformat writes it. */

import { BadInputError } from "../bad-input";
import type { Cell, DisplayOutput, ErrorOutput, Notebook, Output, StreamOutput, TextCell } from "./notebook";
import { isJsonObject, type Json, type JsonObject, pythonJson } from "./python-json";

/**
 * Read the text of a notebook file.
 *
 * @param fileName - As the person knows the file; for the message.
 * @throws {BadInputError} When the text is not JSON, or not a notebook of nbformat 4.
 */
export function parseNotebook(text: string, fileName: string): Notebook {
  const notebook = parseJson(text, fileName);
  if (!isJsonObject(notebook) || notebook.nbformat !== 4 || !Array.isArray(notebook.cells))
    throw new BadInputError(
      `${fileName} is not a notebook of nbformat 4. Save it with JupyterLab, or convert it with "jupyter nbconvert --to notebook".`,
    );
  const minor = notebook.nbformat_minor;
  return {
    cells: notebook.cells.map((cell: Json, index) => parseCell(cell, `${fileName}, cell ${index + 1},`)),
    metadata: isJsonObject(notebook.metadata) ? notebook.metadata : {},
    nbformat: 4,
    nbformat_minor: typeof minor === "number" ? minor : 0,
  };
}

function parseJson(text: string, fileName: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    // The message quotes the text, line ends and all.
    const why = (error as Error).message.replace(/\s+/g, " ");
    throw new BadInputError(`${fileName} is not a notebook: it is not JSON (${why}).`);
  }
}

function parseCell(cell: Json, where: string): Cell {
  const source = isJsonObject(cell) ? joinLines(cell.source) : undefined;
  if (
    !isJsonObject(cell) ||
    typeof source !== "string" ||
    !/^(code|markdown|raw)$/.test(String(cell.cell_type))
  )
    throw new BadInputError(`${where} is not a cell of nbformat 4: it needs a cell_type and a source.`);
  const metadata = isJsonObject(cell.metadata) ? cell.metadata : {};
  const common = { ...(typeof cell.id === "string" && { id: cell.id }), metadata, source };
  if (cell.cell_type !== "code") {
    const attachments = isJsonObject(cell.attachments) ? { attachments: cell.attachments } : {};
    return { cell_type: cell.cell_type as TextCell["cell_type"], ...common, ...attachments };
  }
  const outputs = Array.isArray(cell.outputs) ? cell.outputs.map((output) => parseOutput(output, where)) : [];
  const count = cell.execution_count;
  return { cell_type: "code", ...common, outputs, execution_count: typeof count === "number" ? count : null };
}

function parseOutput(output: Json, where: string): Output {
  if (isJsonObject(output)) {
    const { output_type: type, data, text } = output;
    if (type === "stream") return { ...output, text: String(joinLines(text)) } as unknown as StreamOutput;
    if ((type === "display_data" || type === "execute_result") && isJsonObject(data))
      return {
        ...output,
        data: mapMembers(data, (value, mime) => (isJsonMime(mime) ? value : joinLines(value))),
      } as unknown as DisplayOutput;
    if (type === "error" && Array.isArray(output.traceback)) return output as unknown as ErrorOutput;
  }
  throw new BadInputError(`${where} has an output that nbformat 4 does not know.`);
}

function joinLines(value: Json | undefined): Json {
  const lines = Array.isArray(value) && value.every((line) => typeof line === "string");
  return lines ? value.join("") : (value ?? null);
}

/**
 * Write a notebook as nbformat's `write` does: sorted keys, indented by one space, multi-line texts as lists of lines, non-ASCII
 * characters as they are, a final newline.
 */
export function formatNotebook(notebook: Notebook): string {
  const cells = notebook.cells.map((cell) => ({
    ...cell,
    source: splitLines(cell.source),
    ...("outputs" in cell && { outputs: cell.outputs.map(formatOutput) }),
  }));
  return `${pythonJson({ ...notebook, cells } as unknown as Json)}\n`;
}

function formatOutput(output: Output): object {
  if (output.output_type === "stream") return { ...output, text: splitLines(output.text) };
  if (output.output_type === "error") return output;
  const data = mapMembers(output.data, (value, mime) =>
    typeof value === "string" && isSplitMime(mime) ? splitLines(value) : value,
  );
  return { ...output, data };
}

/** Source: `_is_json_mime` in nbformat's v4/rwbase.py. */
function isJsonMime(mime: string): boolean {
  return mime === "application/json" || (mime.startsWith("application/") && mime.endsWith("+json"));
}

/** Source: `_split_mimebundle` in nbformat's v4/rwbase.py. */
function isSplitMime(mime: string): boolean {
  return mime.startsWith("text/") || mime === "image/svg+xml" || mime === "application/javascript";
}

/** The characters that end a line for Python's `str.splitlines`. */
const lineEnd = String.raw`\n\r\v\f\x1c-\x1e\x85\u2028\u2029`;
const lines = new RegExp(`[^${lineEnd}]*(?:\\r\\n|[${lineEnd}])|[^${lineEnd}]+$`, "g");

/** Python's `str.splitlines(True)`. */
function splitLines(text: string): string[] {
  return text.match(lines) ?? [];
}

function mapMembers(object: JsonObject, change: (value: Json, key: string) => Json): JsonObject {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value, key)]));
}
