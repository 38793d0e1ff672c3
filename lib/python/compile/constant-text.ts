/** Constants as Python writes them. */

import { floatRepr } from "../objects/float-text";
import { bytesRepr, textRepr } from "../objects/str-repr";
import type { ConstantValue } from "./code";

/** `repr` of a constant; a code object without its address. */
export function constantText(constant: ConstantValue): string {
  switch (constant.kind) {
    case "None":
    case "Ellipsis":
      return constant.kind;
    case "bool":
      return constant.value ? "True" : "False";
    case "int":
      return constant.value.toString();
    case "float":
      return floatRepr(constant.value);
    case "str":
      return textRepr(constant.value);
    case "bytes":
      return bytesRepr(constant.value);
    case "tuple":
      return `(${constant.items.map(constantText).join(", ")}${constant.items.length === 1 ? "," : ""})`;
    case "frozenset":
      return `frozenset({${constant.items.map(constantText).join(", ")}})`;
    case "code":
      return `<code object ${constant.code.name}, line ${constant.code.firstLine}>`;
  }
}
