/** Where `%` takes its arguments from: a tuple, a mapping, or one object. Mirrors `unicode_formatter_t`, `getnextarg`. */

import { decref } from "../../sim/heap/refcount";
import { Static } from "../../sim/objects/static-object";
import { raise } from "../run/error";
import type { Machine } from "../run/machine";
import { isStr, makeStr } from "./make-atom";
import { itemsOf } from "./make-container";
import { getItem } from "./subscript";
import { isSubtype, typeOf } from "./type-lookup";

/** The right operand, and how much of it is used. */
export class PercentArguments {
  private rest: readonly number[];
  /** 0 = `%(name)s` cannot be used. */
  private readonly mapping: number;
  /** What a name has given last. Owned; 0 = nothing yet. */
  private named = 0;

  /** @param operand - Borrowed, and alive as long as this. */
  constructor(
    private readonly m: Machine,
    operand: number,
  ) {
    const type = typeOf(m, operand);
    const isTuple = isSubtype(m, type.id, Static.TUPLE_TYPE);
    this.rest = isTuple ? itemsOf(m, operand) : [operand];
    this.mapping = isTuple || isStr(m, operand) || type.slots.getItem === undefined ? 0 : operand;
  }

  /** The next argument, borrowed; 0 = exception set. */
  next(): number {
    const [first, ...rest] = this.rest;
    if (first === undefined) return raise(this.m, "TypeError", "not enough arguments for format string");
    this.rest = rest;
    return first;
  }

  /** What the mapping has for the name is the next argument. @returns false with an exception set. */
  select(name: string): boolean {
    const { m } = this;
    if (this.mapping === 0) {
      raise(m, "TypeError", "format requires a mapping");
      return false;
    }
    const key = makeStr(m, name);
    const value = getItem(m, this.mapping, key);
    decref(m.h, key);
    if (value === 0) return false;
    this.release();
    this.named = value;
    this.rest = [value];
    return true;
  }

  /** @returns false with TypeError set, when arguments are left. */
  areUsedUp(): boolean {
    if (this.rest.length === 0 || this.mapping !== 0) return true;
    raise(this.m, "TypeError", "not all arguments converted during string formatting");
    return false;
  }

  /** Give up what it holds. */
  release(): void {
    const { named } = this;
    this.named = 0;
    if (named !== 0) decref(this.m.h, named);
  }
}
