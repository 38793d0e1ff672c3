/** Constants: which are equal, and one object for all that are. Mirrors `_PyCode_ConstantKey` and `merge_const_one`. */

import { NotSupported } from "../not-supported";
import type * as ast from "../parse/ast";
import type { ConstantValue } from "./code";

export const none: ConstantValue = { kind: "None" };

export function strConstant(value: string): ConstantValue {
  return { kind: "str", value };
}

export function intConstant(value: bigint): ConstantValue {
  return { kind: "int", value };
}

export function tupleConstant(items: readonly ConstantValue[]): ConstantValue {
  return { kind: "tuple", items };
}

/**
 * Equal texts for constants that are one object in a module: same type and value, items of tuples and frozensets
 * likewise; 0.0 and -0.0 differ. Code objects are equal to themselves only.
 *
 * Source: `_PyCode_ConstantKey` in Objects/codeobject.c.
 */
export function constantKey(constant: ConstantValue): string | object {
  return constant.kind === "code" ? constant.code : textKey(constant);
}

function textKey(constant: ConstantValue): string {
  switch (constant.kind) {
    case "None":
    case "Ellipsis":
      return constant.kind;
    case "bool":
    case "int":
      return `${constant.kind} ${constant.value}`;
    case "float":
      return `float ${Object.is(constant.value, -0) ? "-0" : constant.value}`;
    case "str":
      return `str ${JSON.stringify(constant.value)}`;
    case "bytes":
      return `bytes ${constant.value.join()}`;
    case "tuple":
      return `(${constant.items.map(textKey).join()})`;
    case "frozenset":
      return `{${constant.items.map(textKey).sort().join()}}`;
    case "code":
      throw new TypeError(`The code object ${constant.code.name} stands in a tuple of constants.`);
  }
}

/** The constants of one module (`c_const_cache`). */
export class SharedConstants {
  readonly #byKey: Map<string | object, ConstantValue> = new Map();

  /** The one object for all constants equal to `constant`; its items are such objects, too. */
  share(constant: ConstantValue): ConstantValue {
    const key = constantKey(constant);
    const known = this.#byKey.get(key);
    if (known !== undefined) return known;
    const shared =
      constant.kind === "tuple" || constant.kind === "frozenset"
        ? { kind: constant.kind, items: constant.items.map((item) => this.share(item)) }
        : constant;
    this.#byKey.set(key, shared);
    return shared;
  }
}

/**
 * The constant of a literal.
 *
 * @throws {NotSupported} For an imaginary number.
 */
export function constantOfLiteral(node: ast.Constant): ConstantValue {
  const literal = node.value;
  switch (literal.type) {
    case "None":
    case "Ellipsis":
      return { kind: literal.type };
    case "bool":
      return { kind: "bool", value: literal.value };
    case "int":
      return intConstant(literal.value);
    case "float":
      return { kind: "float", value: literal.value };
    case "str":
      return strConstant(literal.value);
    case "bytes":
      return { kind: "bytes", value: Uint8Array.from(literal.value, (letter) => letter.charCodeAt(0)) };
    case "complex":
      throw new NotSupported("complex number", "use two floats", node);
  }
}

/** `PyObject_IsTrue` */
export function isTrue(constant: ConstantValue): boolean {
  switch (constant.kind) {
    case "None":
      return false;
    case "bool":
      return constant.value;
    case "int":
      return constant.value !== 0n;
    case "float":
      return constant.value !== 0;
    case "str":
    case "bytes":
      return constant.value.length > 0;
    case "tuple":
    case "frozenset":
      return constant.items.length > 0;
    case "Ellipsis":
    case "code":
      return true;
  }
}

/** One of each of the items that are equal in Python (`1`, `1.0` and `True` are), the first one. */
export function distinct(items: readonly ConstantValue[]): readonly ConstantValue[] {
  const byKey = new Map([...items].reverse().map((item) => [equalityKey(item), item]));
  return items.filter((item) => byKey.get(equalityKey(item)) === item);
}

function equalityKey(constant: ConstantValue): string | object {
  if (constant.kind === "bool") return `int ${Number(constant.value)}`;
  if (constant.kind === "float" && Number.isInteger(constant.value)) return `int ${BigInt(constant.value)}`;
  if (constant.kind === "tuple") return `(${constant.items.map(equalityKey).join()})`;
  return constantKey(constant);
}
