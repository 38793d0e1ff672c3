/** Reads assignments: plain, annotated and augmented. */

import type { SyntaxNode } from "@lezer/common";
import type { Expression, Statement } from "./ast";
import { readElements } from "./displays";
import { binaryOperators } from "./operator";
import { readAnnotation } from "./parameters";
import { childrenOf, type Reader, splitAt } from "./reader";

export function readAssign(reader: Reader, node: SyntaxNode): Statement {
  const children = childrenOf(node);
  const annotation = children.findIndex((child) => child.name === "TypeDef");
  if (annotation >= 0) return readAnnotated(reader, node, annotation);
  const groups = splitAt(children, "AssignOp");
  const yielded = groups.slice(0, -1).find(([first]) => first?.name === "YieldExpression");
  if (yielded !== undefined)
    throw reader.source.syntaxError("assignment to yield expression not possible", yielded[0]!.from);
  const values = groups.map((group) => readElements(reader, group));
  const value = values.pop()!;
  return { kind: "Assign", targets: values, value, ...reader.source.position(node.from) };
}

function readAnnotated(reader: Reader, node: SyntaxNode, annotation: number): Statement {
  const children = childrenOf(node);
  const targets = children.slice(0, annotation);
  const [, ...values] = splitAt(children.slice(annotation + 1), "AssignOp");
  const [value, second] = values;
  if (second !== undefined) throw reader.invalid(second[0]!.prevSibling!);
  return {
    kind: "AnnAssign",
    target: readElements(reader, targets),
    annotation: readAnnotation(reader, children[annotation]!),
    value: value === undefined ? null : readElements(reader, value),
    simple: targets.length === 1 && targets[0]!.name === "VariableName" ? 1 : 0,
    ...reader.source.position(node.from),
  };
}

export function readUpdate(reader: Reader, node: SyntaxNode): Statement {
  const children = childrenOf(node);
  const middle = children.findIndex((child) => child.name === "UpdateOp");
  const op = binaryOperators[reader.text(children[middle]!).slice(0, -1)];
  if (op === undefined) throw reader.invalid(children[middle]!);
  const target: Expression = readElements(reader, children.slice(0, middle));
  const value = readElements(reader, children.slice(middle + 1));
  return { kind: "AugAssign", target, op, value, ...reader.source.position(node.from) };
}
