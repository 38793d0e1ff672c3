/** A random program as data: operations on eight variables. It is written as Python text, and run on a simulated heap. */

/** One step: the name of an operation of the table, and its arguments, all numbers. */
export interface Step {
  readonly operation: string;
  readonly args: readonly number[];
}

/** Steps in the order in which they run. Any part of a program is a program too: a step that does not apply does nothing. */
export interface Program {
  readonly steps: readonly Step[];
}

/** How many variables there are: v0 to v7. All are None at the start. */
export const variableCount = 8;

/** The name of a variable. */
export function variable(n: number | undefined): string {
  return `v${n ?? 0}`;
}

/** Can the program see, after `gc.unfreeze()`, the objects that were there before it? */
export function thaws(program: Program): boolean {
  return program.steps.some((step) => step.operation === "unfreeze");
}
