/** What an expression is when it has been read. */

import type { CountedFrom } from "../../../lib/dist/sim/heap/heap";
import type { PyObject } from "../../../lib/dist/sim/heap/py-object";
import type { Code, Frame } from "./frame";

/** What was read: how it is loaded, and, where it is a target, stored and deleted. */
export interface Operand {
  readonly load: Code;
  readonly store?: (frame: Frame, value: PyObject) => void;
  readonly remove?: (frame: Frame) => void;
  /** Calls it. Present where that is something else than calling its value. */
  readonly call?: (frame: Frame, args: () => Arguments) => PyObject;
  /** For what `sys.getrefcount` shows. */
  readonly kind?: (frame: Frame) => CountedFrom;
  /** Names that it binds when it is stored. */
  readonly names: readonly string[];
}

/** Evaluated arguments. The references are the callee's to give up. */
export interface Arguments {
  readonly positional: PyObject[];
  readonly named: Map<string, PyObject>;
  readonly kinds: readonly CountedFrom[];
}

/** `for names in all if condition`, in a comprehension. */
export interface Clause {
  readonly names: readonly string[];
  readonly all: Code;
  readonly condition: Code | undefined;
}

/** One argument of a call, as it is written. */
export interface Argument {
  readonly value: Operand;
  readonly name?: string;
  readonly starred: boolean;
}

/** What can only be evaluated. */
export function only(load: Code): Operand {
  return { load, names: [] };
}

/** `owner.name`. */
export function attribute(owner: Operand, name: string): Operand {
  return {
    load: (f) => f.machine.attribute(owner.load(f), name),
    store: (f, value) => f.machine.setAttribute(owner.load(f), name, value),
    remove: (f) => f.machine.deleteAttribute(owner.load(f), name),
    call: (f, args) => f.machine.callMethod(owner.load(f), name, args),
    names: [],
  };
}

/** `owner[a:b:c]`. */
export function slice(owner: Operand, parts: readonly (Operand | undefined)[]): Operand {
  const bounds = (f: Frame): (number | undefined)[] =>
    parts.map((part) => (part === undefined ? undefined : f.machine.numberOf(part.load(f))));
  return {
    load: (f) => f.machine.slice(owner.load(f), bounds(f)),
    store: (f, value) => f.machine.setSlice(owner.load(f), bounds(f), value),
    remove: (f) => f.machine.deleteSlice(owner.load(f), bounds(f)),
    names: [],
  };
}

/** `callee(...)`. */
export function called(callee: Operand, args: readonly Argument[]): Operand {
  const evaluate = (f: Frame) => (): Arguments => {
    const positional: PyObject[] = [];
    const kinds: CountedFrom[] = [];
    const named = new Map<string, PyObject>();
    for (const { value, name, starred } of args) {
      const evaluated = value.load(f);
      if (name !== undefined) named.set(name, evaluated);
      else if (starred) positional.push(...f.machine.unpack(evaluated));
      else positional.push(evaluated);
      kinds.push(value.kind?.(f) ?? "temporary");
    }
    return { positional, named, kinds };
  };
  return only((f) => {
    if (callee.call !== undefined) return callee.call(f, evaluate(f));
    const fn = callee.load(f);
    return f.machine.call(fn, evaluate(f)());
  });
}
