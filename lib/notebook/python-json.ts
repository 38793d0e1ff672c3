/** JSON text to the byte as Python's `json.dumps(value, indent=1, sort_keys=True, ensure_ascii=False)` writes it. */

/** A value that JSON can hold. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

/** A JSON object. */
export type JsonObject = { readonly [key: string]: Json };

/** Is it an object, as opposed to a list, a text, a number, `true`, `false` or `null`? */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * Write `value` with sorted keys, one member a line, indented by one space a level, without a final newline.
 *
 * A number that Python would read as a float but JavaScript as an integer (`1.0`) comes out as `1`.
 */
export function pythonJson(value: Json): string {
  return write(value, "\n");
}

function write(value: Json, lineStart: string): string {
  if (typeof value === "number") return pythonNumber(value);
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const inner = `${lineStart} `;
  if (isJsonObject(value)) {
    const keys = Object.keys(value).sort(byCodePoint);
    const members = keys.map((key) => `${JSON.stringify(key)}: ${write(value[key] ?? null, inner)}`);
    return members.length === 0 ? "{}" : `{${inner}${members.join(`,${inner}`)}${lineStart}}`;
  }
  const members = value.map((member) => write(member, inner));
  return members.length === 0 ? "[]" : `[${inner}${members.join(`,${inner}`)}${lineStart}]`;
}

/** Python turns to the exponent form below 1e-4, JavaScript below 1e-6; Python's exponent has two digits at least. */
function pythonNumber(value: number): string {
  const small = !Number.isInteger(value) && Math.abs(value) < 1e-4;
  return small ? value.toExponential().replace(/-(\d)$/, "-0$1") : String(value);
}

/** The order of UTF-8 bytes is the order of code points, which Python sorts by. */
function byCodePoint(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
