/** `"%s and %r" % (a, b)` without a tuple. Mirrors `optimize_format` of Python/ast_opt.c. */

import type { BinOp, Expression } from "../parse/ast";
import type { CompilerUnit } from "./compiler-unit";
import { strConstant } from "./constant";
import { compileExpression } from "./expression";
import { constantOf } from "./fold";
import { emitFormat, joinValues } from "./format-string";
import { Op } from "./opcode";

/** Text, or the place of a value. */
type Piece = string | Field;

interface Field {
  /** The code of s, r or a. */
  readonly conversion: number;
  /** What an f-string has behind the colon; "" for nothing. */
  readonly spec: string;
}

/** Flags, width, precision and letter of one field. Width and precision have one or two digits here. */
const fieldPattern = /%([-+ #0]*)(\d{0,2})(?:\.(\d{0,2}))?([sra])/y;

/**
 * Compile `node` as an f-string, when it is the formatting of a tuple by a text that has `%s`, `%r` and `%a` only.
 *
 * @returns False when it is anything else: nothing has been compiled.
 */
export function compilePercentFormat(unit: CompilerUnit, { left, op, right }: BinOp): boolean {
  const format = constantOf(left);
  if (unit.rules.joinsPercentFormats === false || op !== "Mod") return false;
  if (format?.kind !== "str" || right.kind !== "Tuple" || constantOf(right) !== null) return false;
  const pieces = parseFormat(format.value);
  const fields = pieces?.filter((piece) => typeof piece !== "string").length;
  if (pieces === null || fields !== right.elts.length) return false;
  if (right.elts.some(({ kind }) => kind === "Starred")) return false;
  const values = right.elts.values();
  joinValues(
    unit,
    pieces.map((piece) => () => {
      if (typeof piece === "string") unit.emitConstant(strConstant(piece));
      else compileField(unit, piece, values.next().value!);
    }),
  );
  return true;
}

function compileField(unit: CompilerUnit, { conversion, spec }: Field, value: Expression): void {
  unit.at(value, () => {
    compileExpression(unit, value);
    if (spec !== "") unit.emit(Op.LOAD_CONST, unit.addConstant(strConstant(spec)));
    emitFormat(unit, conversion, spec !== "");
  });
}

/** @returns Null for a text with anything that an f-string would format in another way. */
function parseFormat(format: string): Piece[] | null {
  const pieces: Piece[] = [];
  let text = "";
  for (let at = 0; at < format.length; ) {
    if (format[at] !== "%") text += format[at++];
    else if (format[at + 1] === "%") {
      text += "%";
      at += 2;
    } else {
      fieldPattern.lastIndex = at;
      const match = fieldPattern.exec(format);
      if (match === null) return null;
      if (text !== "") pieces.push(text);
      text = "";
      pieces.push(fieldOf(match));
      at = fieldPattern.lastIndex;
    }
  }
  if (text !== "") pieces.push(text);
  return pieces;
}

function fieldOf([, flags = "", width = "", precision, letter = ""]: readonly (string | undefined)[]): Field {
  const align = !flags.includes("-") && Number(width) > 0 ? ">" : "";
  const spec = `${align}${width === "" ? "" : Number(width)}${precision === undefined ? "" : `.${Number(precision)}`}`;
  return { conversion: letter.charCodeAt(0), spec };
}
