/** Puts a str together from parts. Mirrors `_PyUnicodeWriter`. */

import { Field } from "../../sim/heap/memory-map";
import { decref } from "../../sim/heap/refcount";
import { Static } from "../../sim/objects/static-object";
import type { Machine } from "../run/machine";
import { isStr, makeStr, textOf } from "./make-atom";

/** A text under construction. A single str that is written into it is itself the result, no copy. */
export class TextWriter {
  private readonly parts: string[] = [];
  /** The only part so far, when it is a str object. Owned. */
  private only = 0;

  constructor(private readonly m: Machine) {}

  /** Add a text. */
  write(text: string): void {
    if (text === "") return;
    this.forgetObject();
    this.parts.push(text);
  }

  /** Add a str, whose reference moves here. */
  writeObject(o: number): void {
    const { m } = this;
    const text = isStr(m, o) ? textOf(m, o) : "";
    const isExact = m.h.memory[o + Field.TYPE] === Static.STR_TYPE;
    // A str that nobody else holds may as well be made anew: then one character is the shared str.
    const isHeld = m.h.memory[o + Field.REFCNT]! > 1;
    const isFirst = this.parts.length === 0 && isExact && isHeld && text !== "";
    this.write(text);
    if (isFirst) this.only = o;
    else decref(m.h, o);
  }

  /** The str, owned. The writer is empty then. */
  finish(): number {
    const { only } = this;
    this.only = 0;
    return only === 0 ? makeStr(this.m, this.parts.join("")) : only;
  }

  /** Give everything up. @returns 0, for `return writer.abandon()`. */
  abandon(): 0 {
    this.forgetObject();
    return 0;
  }

  private forgetObject(): void {
    if (this.only !== 0) decref(this.m.h, this.only);
    this.only = 0;
  }
}
