/** Everything in a cell's outputs that a person or a screen reader could come to read. */

import type { Output } from "../notebook";
import { isJsonObject, type Json } from "../python-json";

/** All texts in an output: what was printed, and every string in its data. */
export function outputTexts(output: Output): string[] {
  if (output.output_type === "stream") return [output.text];
  if (output.output_type === "error") return [output.evalue, ...output.traceback];
  return stringsIn(output.data);
}

function stringsIn(value: Json): string[] {
  if (typeof value === "string") return [value];
  if (isJsonObject(value)) return Object.values(value).flatMap(stringsIn);
  return Array.isArray(value) ? value.flatMap((member: Json) => stringsIn(member)) : [];
}
