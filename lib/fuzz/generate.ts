/** Draws random programs. */

import { groups, isIn, type Kind } from "./kind";
import { isMaker, type Operation, type Parameter } from "./operation/operation";
import { operationGroups, operationNamed } from "./operation/table";
import { type Program, type Step, variableCount } from "./program";
import { Random } from "./random";

/** What each variable holds, as far as the generator knows. */
type Held = (Kind | undefined)[];

/**
 * Draw a program.
 *
 * Each program has its own taste: it leaves out some kinds of operations and prefers others, so that what one kind
 * hides from the other comes to light too. Arguments mostly fit the operation; those that do not fit make a step
 * that does nothing.
 *
 * @param seed - The same seed gives the same program.
 * @param length - How many steps, about.
 */
export function generate(seed: number, length: number): Program {
  const random = new Random(seed);
  const weights = taste(random);
  const held: Held = Array.from({ length: variableCount }, () => ".");
  const steps: Step[] = [];
  // Few programs would reach an automatic collection with the thresholds that CPython has.
  if (!random.oneIn(4)) steps.push(step(random, operationNamed("threshold"), held));
  while (steps.length < length) {
    if (random.oneIn(15)) steps.push(...ring(random, held));
    else {
      const operation = random.pickWeighted([...weights.keys()], (one) => weights.get(one) ?? 0);
      steps.push(step(random, operation, held));
    }
  }
  return { steps };
}

function taste(random: Random): ReadonlyMap<Operation, number> {
  const weights = new Map<Operation, number>();
  for (const [n, group] of operationGroups.entries()) {
    // Makers, names and attributes are always there.
    const factor = n < 3 ? random.pick([1, 2]) : random.pick([0, 1, 2, 4]);
    for (const operation of group)
      weights.set(operation, operation.weight * factor * (random.oneIn(6) ? 0 : 1));
  }
  // Thousands of start-up objects come into sight with it: dear on both sides.
  if (!random.oneIn(8)) weights.set(operationNamed("unfreeze"), 0);
  // Whatever was left out, there is something to do.
  weights.set(operationNamed("instance"), operationNamed("instance").weight);
  return weights;
}

function step(random: Random, operation: Operation, held: Held): Step {
  const args = operation.parameters.map((parameter) => argument(random, parameter, held));
  note(operation, args, held);
  return { operation: operation.name, args };
}

function argument(random: Random, parameter: Parameter, held: Held): number {
  if (parameter === "variable") return random.below(variableCount);
  if ("below" in parameter) return random.below(parameter.below);
  if ("of" in parameter) return random.pick(parameter.of);
  const fitting = [...held.keys()].filter((n) => {
    const kind = held[n];
    return kind === undefined || isIn(kind, parameter.group);
  });
  if (fitting.length > 0 && !random.oneIn(20)) return random.pick(fitting);
  return random.below(variableCount);
}

function note(operation: Operation, args: readonly number[], held: Held): void {
  if (isMaker(operation)) held[args[0] ?? 0] = operation.makes?.(args);
  else if (operation.name === "assign") held[args[0] ?? 0] = held[args[1] ?? 0];
  else if (operation.changes !== undefined) held[args[operation.changes] ?? 0] = ".";
}

/** A ring of two to four instances, each an attribute of the one before, that loses most of its names. */
function ring(random: Random, held: Held): readonly Step[] {
  const size = 2 + random.below(3);
  const first = random.below(variableCount);
  const members = Array.from({ length: size }, (_, n) => (first + n) % variableCount);
  const classes = groups.attributed.letters.length;
  const steps: Step[] = members.map((v) => ({ operation: "instance", args: [v, random.below(classes)] }));
  for (const [n, v] of members.entries())
    steps.push({ operation: "setattr", args: [members[(n + 1) % size] ?? v, v, random.below(3)] });
  for (const v of members) if (!random.oneIn(5)) steps.push({ operation: "none", args: [v] });
  for (const { operation, args } of steps) note(operationNamed(operation), args, held);
  return steps;
}
