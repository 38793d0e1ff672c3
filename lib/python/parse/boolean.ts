/**
 * Reads `or`, `and`, `not` and comparisons.
 *
 * Lezer 1.1.19 gives `not` the wrong precedence (`not a and b` comes out as `not (a and b)`), without an error node.
 * So its shape is not used: operators and operands are taken in the order of the source and parsed again, by the rules
 * disjunction, conjunction, inversion, comparison of Grammar/python.gram.
 */

import type { SyntaxNode } from "@lezer/common";
import type { ComparisonOperator, Expression } from "./ast";
import { childrenOf, type Reader } from "./reader";

/** Something between two offsets of the source. */
interface Part {
  readonly from: number;
  readonly to: number;
}
interface Operator extends Part {
  readonly operator: "or" | "and" | "not" | ComparisonOperator;
}
interface Operand extends Part {
  readonly node: SyntaxNode;
}
interface Read extends Part {
  readonly value: Expression;
}

const comparisons: Readonly<Record<string, ComparisonOperator>> = {
  "==": "Eq",
  "!=": "NotEq",
  "<": "Lt",
  "<=": "LtE",
  ">": "Gt",
  ">=": "GtE",
  is: "Is",
  "is not": "IsNot",
  in: "In",
  "not in": "NotIn",
};

/** Is this one of the nodes that {@link readBoolean} reads? */
export function isBoolean(node: SyntaxNode): boolean {
  const first = node.firstChild;
  if (node.name === "UnaryExpression") return first?.name === "not";
  const operator = first?.nextSibling?.name;
  return node.name === "BinaryExpression" && operator !== "ArithOp" && operator !== "BitOp";
}

/** @throws {PythonSyntaxError} For `not` behind a comparison operator, and for `<>`. */
export function readBoolean(reader: Reader, node: SyntaxNode): Expression {
  const parts: (Operator | Operand)[] = [];
  flatten(reader, node, parts);
  return new BooleanParser(reader, parts).disjunction().value;
}

/** Append operators and operands in source order. */
function flatten(reader: Reader, node: SyntaxNode, parts: (Operator | Operand)[]): void {
  if (!isBoolean(node)) {
    parts.push({ node, from: node.from, to: node.to });
    return;
  }
  const children = childrenOf(node);
  const last = children.pop()!;
  if (node.name === "BinaryExpression") flatten(reader, children.shift()!, parts);
  const [first] = children;
  if (first === undefined) throw reader.invalid(node);
  const words = children.map((child) => reader.text(child)).join(" ");
  const operator = words === "or" || words === "and" || words === "not" ? words : comparisons[words];
  if (operator === undefined) throw reader.invalid(first);
  parts.push({ operator, from: first.from, to: children.at(-1)!.to });
  flatten(reader, last, parts);
}

/** Recursive descent over the parts. */
class BooleanParser {
  readonly #reader: Reader;
  readonly #parts: readonly (Operator | Operand)[];
  #next = 0;

  constructor(reader: Reader, parts: readonly (Operator | Operand)[]) {
    this.#reader = reader;
    this.#parts = parts;
  }

  disjunction(): Read {
    return this.#chain("or", "Or", () => this.#conjunction());
  }

  #conjunction(): Read {
    return this.#chain("and", "And", () => this.#inversion());
  }

  #chain(word: "or" | "and", op: "Or" | "And", read: () => Read): Read {
    const first = read();
    const values = [first.value];
    let last = first;
    while (this.#operator() === word) {
      this.#next++;
      last = read();
      values.push(last.value);
    }
    if (values.length === 1) return first;
    return this.#node(first.from, last.to, (span) => ({ kind: "BoolOp", op, values, ...span }));
  }

  #inversion(): Read {
    if (this.#operator() !== "not") return this.#comparison();
    const { from } = this.#parts[this.#next++]!;
    const operand = this.#inversion();
    return this.#node(from, operand.to, (span) => ({
      kind: "UnaryOp",
      op: "Not",
      operand: operand.value,
      ...span,
    }));
  }

  #comparison(): Read {
    const first = this.#operand();
    const ops: ComparisonOperator[] = [];
    const comparators: Expression[] = [];
    let last = first;
    for (;;) {
      const operator = this.#operator();
      if (operator === undefined || operator === "or" || operator === "and" || operator === "not") break;
      this.#next++;
      last = this.#operand();
      ops.push(operator);
      comparators.push(last.value);
    }
    if (ops.length === 0) return first;
    const left = first.value;
    return this.#node(first.from, last.to, (span) => ({ kind: "Compare", left, ops, comparators, ...span }));
  }

  #operand(): Read {
    const part = this.#parts[this.#next++]!;
    if ("operator" in part) throw this.#reader.source.syntaxError("invalid syntax", part.from);
    return { value: this.#reader.expression(part.node), from: part.from, to: part.to };
  }

  #operator(): Operator["operator"] | undefined {
    const part = this.#parts[this.#next];
    return part !== undefined && "operator" in part ? part.operator : undefined;
  }

  #node(from: number, to: number, make: (span: ReturnType<Reader["span"]>) => Expression): Read {
    return { value: make(this.#reader.source.span(from, to)), from, to };
  }
}
