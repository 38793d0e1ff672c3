/** Expressions that are computed before the program runs. Mirrors `astfold_expr` of Python/ast_opt.c. */

import type { Expression } from "../parse/ast";
import type { ConstantValue } from "./code";
import { constantOfLiteral, tupleConstant } from "./constant";
import { foldBinary } from "./fold-binary";
import { foldUnary } from "./fold-unary";

const known: WeakMap<Expression, ConstantValue | null> = new WeakMap();

/**
 * The value of an expression that is read, when it is known in advance; else null.
 *
 * Folded are literals, tuples of constants, arithmetic within size limits, indices into constants, `not` and
 * `__debug__`. What would raise an exception is not folded.
 */
export function constantOf(node: Expression): ConstantValue | null {
  const before = known.get(node);
  if (before !== undefined) return before;
  const value = fold(node);
  known.set(node, value);
  return value;
}

function fold(node: Expression): ConstantValue | null {
  switch (node.kind) {
    case "Constant":
      return constantOfLiteral(node);
    case "Name":
      return node.id === "__debug__" ? { kind: "bool", value: true } : null;
    case "Tuple": {
      const items = constantsOf(node.elts);
      return items === null ? null : tupleConstant(items);
    }
    case "UnaryOp": {
      const operand = constantOf(node.operand);
      return operand === null ? null : foldUnary(node.op, operand);
    }
    case "BinOp": {
      const left = constantOf(node.left);
      const right = left === null ? null : constantOf(node.right);
      return left === null || right === null ? null : foldBinary(node.op, left, right);
    }
    case "Subscript": {
      const value = constantOf(node.value);
      const index = value === null ? null : constantOf(node.slice);
      return value === null || index === null ? null : foldSubscript(value, index);
    }
    default:
      return null;
  }
}

/** The values of all nodes, or null when one of them is unknown. */
export function constantsOf(nodes: readonly Expression[]): ConstantValue[] | null {
  const values: ConstantValue[] = [];
  for (const node of nodes) {
    const value = constantOf(node);
    if (value === null) return null;
    values.push(value);
  }
  return values;
}

/** `fold_subscr` */
function foldSubscript(value: ConstantValue, index: ConstantValue): ConstantValue | null {
  if (index.kind !== "int" && index.kind !== "bool") return null;
  const at = Number(index.value);
  switch (value.kind) {
    case "tuple":
      return value.items.at(at) ?? null;
    case "str": {
      const letter = [...value.value].at(at);
      return letter === undefined ? null : { kind: "str", value: letter };
    }
    case "bytes": {
      const byte = value.value.at(at);
      return byte === undefined ? null : { kind: "int", value: BigInt(byte) };
    }
    default:
      return null;
  }
}
