/** What an operation is: how its arguments are drawn, how it is written in Python, how it runs on the simulated heap. */

import type { PyObject } from "../../sim/heap/py-object";
import type { Group, Kind } from "../kind";
import type { World } from "../world";

/** How one argument is drawn. */
export type Parameter =
  /** A variable, whatever it holds. */
  | "variable"
  /** A variable that holds something of this group, else the operation does nothing. */
  | { readonly group: Group }
  /** A number from 0 to `below` - 1. */
  | { readonly below: number }
  /** One of these numbers. */
  | { readonly of: readonly number[] };

/** What both sides ask before they run an operation, besides the groups of its arguments. */
export interface Condition {
  readonly python: (args: readonly number[]) => string;
  readonly holds: (world: World, args: readonly number[]) => boolean;
}

interface Common {
  readonly name: string;
  /** How often it is drawn, compared with the others. */
  readonly weight: number;
  readonly parameters: readonly Parameter[];
  readonly condition?: Condition;
}

/** An operation that leaves an object in the variable that its first argument names. */
export interface Maker extends Common {
  /** What the variable holds afterwards; undefined when it could be anything. */
  readonly makes: ((args: readonly number[]) => Kind) | undefined;
  /** Does the object get the step's label, by which deaths are told? Only if it is new. */
  readonly labelled: boolean;
  /** A Python expression. In 3.12 and later it ends with a call into C: a collection that is due runs there. */
  readonly expression: (args: readonly number[], label: number) => string;
  /** Make the object and hand over a reference. */
  readonly make: (world: World, args: readonly number[], label: number) => PyObject;
}

/** An operation that is a statement. */
export interface Action extends Common {
  /** Python lines. */
  readonly statement: (args: readonly number[]) => readonly string[];
  readonly run: (world: World, args: readonly number[]) => void;
  /** The variable that holds anything or nothing afterwards. */
  readonly changes?: number;
}

export type Operation = Maker | Action;

/** Does the operation make an object? */
export function isMaker(operation: Operation): operation is Maker {
  return "make" in operation;
}
