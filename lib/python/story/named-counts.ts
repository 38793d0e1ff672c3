/** The counts of the objects that have, or had, a name: after each of the first lines that a program executes. */

import type { CountedObject, CountedStatement } from "../../sim/count-timeline";
import type { HeapState } from "../../sim/heap/heap-state";
import { Field } from "../../sim/heap/memory-map";
import { Static } from "../../sim/objects/static-object";
import { reachableFrom } from "./edges";

/** After so many lines nobody counts any more. */
const MOST_STATEMENTS = 200;

/** A variable and what it stands for. */
export interface Binding {
  readonly name: string;
  readonly object: number;
  readonly isGlobal: boolean;
}

/** Kinds of objects whose counts say nothing about the program. */
const uninteresting: ReadonlySet<number> = new Set([
  Static.TYPE_TYPE,
  Static.FUNCTION_TYPE,
  Static.MODULE_TYPE,
  Static.STR_TYPE,
  Static.INT_TYPE,
  Static.FLOAT_TYPE,
  Static.BYTES_TYPE,
  Static.CODE_TYPE,
]);

/** An object that has, or had, a name. */
interface Named {
  label: string;
  /** Is the label that of a variable of the module? A local one, as `self`, gives way to it. */
  isGlobal: boolean;
}

/** One object after a statement. Its label may still become a better one. */
interface Counted extends Omit<CountedObject, "label"> {
  readonly named: Named;
}

/** Follows objects from the first name that they get. */
export class NamedCounts {
  private readonly counted: { readonly code: string; readonly objects: readonly Counted[] }[] = [];
  private readonly named = new Map<number, Named>();
  private readonly used = new Map<string, number>();

  constructor(private readonly h: HeapState) {}

  /** The counts after each statement, in order. */
  get statements(): readonly CountedStatement[] {
    return this.counted.map(({ code, objects }) => ({
      code,
      objects: objects.map(({ named, refcnt, reachable }) => ({ label: named.label, refcnt, reachable })),
    }));
  }

  /** An object has died: its record may be another one's soon. */
  forget(o: number): void {
    this.named.delete(o);
  }

  /** Count after a line. @param roots - Called only when there is something to count. */
  count(code: string, bindings: readonly Binding[], roots: () => Iterable<number>): void {
    if (this.counted.length >= MOST_STATEMENTS) return;
    for (const binding of bindings) this.label(binding);
    if (this.named.size === 0) return;
    const reached = reachableFrom(this.h, roots());
    const objects = [...this.named].map(([o, named]) => ({
      named,
      refcnt: this.h.memory[o + Field.REFCNT]!,
      reachable: reached.has(o),
    }));
    this.counted.push({ code, objects });
  }

  private label({ isGlobal, name, object: o }: Binding): void {
    if (o < Static.FIRST_ALLOCATED || uninteresting.has(this.h.memory[o + Field.TYPE]!)) return;
    const known = this.named.get(o);
    if (known !== undefined && (known.isGlobal || !isGlobal)) return;
    const before = this.used.get(name) ?? 0;
    this.used.set(name, before + 1);
    const label = before === 0 ? name : `${name} (${before + 1})`;
    if (known === undefined) this.named.set(o, { label, isGlobal });
    else Object.assign(known, { label, isGlobal });
  }
}
