/** A program as Python text, for `driver.py` to run and for people to read. */

import { groups } from "./kind";
import { isMaker, type Operation } from "./operation/operation";
import { operationNamed } from "./operation/table";
import { type Program, type Step, variable, variableCount } from "./program";

const allVariables = Array.from({ length: variableCount }, (_, n) => variable(n)).join(", ");

/**
 * The label of the step at that place: by it the death of an object is told that the step made. Those of a chain have
 * the numbers behind it.
 */
export function labelOf(index: number): number {
  return (index + 1) * 1000;
}

/** The text that the driver runs: a generator, so that its frame exists, and is frozen, before the first step. */
export function driverText(program: Program): string {
  const lines = [`global ${allVariables}`, "yield", "observe()"];
  for (const [index, step] of program.steps.entries()) lines.push(...guarded(step, index), "observe()");
  return `def program():\n${[...lines, "yield"].map((line) => `    ${line}\n`).join("")}`;
}

/** The text of one step as a person would write it, without the conditions that were met. */
export function shownText(step: Step, index: number): string {
  const operation = operationNamed(step.operation);
  if (!isMaker(operation)) return operation.statement(step.args).join("; ");
  return `${variable(step.args[0])} = ${operation.expression(step.args, labelOf(index))}`;
}

function guarded(step: Step, index: number): readonly string[] {
  const operation = operationNamed(step.operation);
  const lines = body(operation, step, index);
  const conditions = guards(operation, step);
  if (conditions.length === 0) return lines;
  return [`if ${conditions.join(" and ")}:`, ...lines.map((line) => `    ${line}`)];
}

function guards(operation: Operation, { args }: Step): readonly string[] {
  const asked = operation.parameters.flatMap((parameter, n) =>
    typeof parameter === "object" && "group" in parameter
      ? [`${variable(args[n])}.__class__ ${groups[parameter.group].python}`]
      : [],
  );
  return operation.condition === undefined ? asked : [...asked, operation.condition.python(args)];
}

/** The old value of the variable dies when the new one, held by `t` too, is stored: as with a handle in the simulator. */
function body(operation: Operation, { args }: Step, index: number): readonly string[] {
  if (!isMaker(operation)) return operation.statement(args);
  const label = labelOf(index);
  return [
    `t = ${operation.expression(args, label)}`,
    ...(operation.labelled ? [`labels[id(t)] = ${label}`] : []),
    `${variable(args[0])} = t`,
    "t = None",
  ];
}
