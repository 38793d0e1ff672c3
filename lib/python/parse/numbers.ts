/** Reads the value of a number. Mirrors `parsenumber_raw` in Parser/action_helpers.c. */

import type { SyntaxNode } from "@lezer/common";
import type { Constant, ConstantValue } from "./ast";
import type { Reader } from "./reader";

/** `sys.int_info.default_max_str_digits`. */
const maxDecimalDigits = 4300;

/** @throws {PythonSyntaxError} For an integer of more than 4 300 decimal digits. */
export function readNumber(reader: Reader, node: SyntaxNode): Constant {
  const text = reader.text(node).replaceAll("_", "").toLowerCase();
  return { kind: "Constant", value: numberValue(reader, node, text), ...reader.span(node) };
}

function numberValue(reader: Reader, node: SyntaxNode, text: string): ConstantValue {
  if (/^0[xob]/.test(text)) return { type: "int", value: BigInt(text) };
  if (text.endsWith("j")) return { type: "complex", value: Number(text.slice(0, -1)) };
  if (!/^\d+$/.test(text)) return { type: "float", value: Number(text) };
  if (text.length > maxDecimalDigits)
    throw reader.source.syntaxError(
      `Exceeds the limit (${maxDecimalDigits} digits) for integer string conversion: value has ${text.length} digits; ` +
        "use sys.set_int_max_str_digits() to increase the limit - Consider hexadecimal for huge integer literals " +
        "to avoid decimal conversion limits.",
      node.from,
    );
  return { type: "int", value: BigInt(text) };
}
