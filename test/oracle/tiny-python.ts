/** Runs the oracle's programs on the simulator, as far as they bind names, fill containers, call classes and delete. */

import { Heap } from "../../lib/dist";
import type { PyObject } from "../../lib/sim/heap/py-object";

/** The profiles that a real CPython is compared with: 3.12 has none of its own yet, and must agree with both. */
export function profilesFor(series: string): readonly string[] {
  return series === "3.12" ? ["3.11", "3.13"] : [series];
}

/**
 * The interpreter. As on CPython's operand stack, each value that an expression leaves holds one reference, which
 * whatever uses the value takes over or gives up.
 */
export class TinyPython {
  readonly heap: Heap;
  /** What the program wrote down: deaths of D and of payloads, and its own notes. */
  readonly deaths: string[] = [];
  /** Every Node that the program made, by name. */
  readonly nodes: [name: string, node: PyObject][] = [];
  private readonly texts = new Map<number, string>();
  private readonly watched = new Map<number, string>();
  private tokens: string[] = [];

  constructor(profile: string) {
    this.heap = new Heap(profile);
    this.heap.gc.disable();
    for (const name of ["D", "Plain", "Node"]) this.assign(name, this.heap.class(name));
    this.heap.observe((event) => {
      if (event.kind !== "dealloc") return;
      const name = this.watched.get(event.id);
      if (name !== undefined) this.deaths.push(name);
      this.watched.delete(event.id);
    });
  }

  /** Run every line. @throws When a line is beyond this interpreter. */
  run(program: string): void {
    for (const line of program.split("\n")) {
      if (/^\s*(#.*)?$/.test(line)) continue;
      this.tokens = line.match(/\*\*|\w+|"[^"]*"|'[^']*'|\S/g) ?? [];
      this.statement();
      if (this.tokens.length > 0) throw new Error(`Not understood: ${line}`);
      this.heap.check();
    }
  }

  private statement(): void {
    if (this.accept("class")) {
      const name = this.next();
      this.assign(name, this.heap.class(name));
      for (const word of [":", "pass"]) this.expect(word);
    } else if (this.accept("del")) {
      do this.deleteTarget();
      while (this.accept(","));
    } else this.assignments();
  }

  private deleteTarget(): void {
    const name = this.next();
    if (!this.accept("[")) {
      this.heap.unbind(name);
      return;
    }
    const key = this.expression();
    this.expect("]");
    this.heap.delitem(this.named(name), key);
    this.heap.decref(key);
  }

  /** `target = target = value`, or an expression alone. */
  private assignments(): void {
    const targets: string[][] = [];
    for (let at = this.tokens.indexOf("="); at > 0; at = this.tokens.indexOf("=")) {
      targets.push(this.tokens.slice(0, at));
      this.tokens.splice(0, at + 1);
    }
    const value = this.expression();
    for (const target of targets) {
      this.heap.incref(value);
      this.store(target, value);
    }
    this.heap.decref(value);
  }

  private store(target: string[], value: PyObject): void {
    const rest = this.tokens;
    this.tokens = target;
    if (target.length === 1) this.assign(this.next(), value);
    else if (target.at(-1) === "]") {
      const owner = this.named(this.next());
      this.expect("[");
      const key = this.expression();
      this.expect("]");
      this.heap.setitem(owner, key, value);
      this.heap.decref(key);
      this.heap.decref(value);
    } else {
      const attribute = this.tokens.splice(-2)[1] ?? "";
      const owner = this.expression();
      this.heap.setattr(owner, attribute, value);
      this.heap.decref(value);
      this.heap.decref(owner);
    }
    this.tokens = rest;
  }

  private expression(): PyObject {
    let value = this.atom();
    while (this.accept(".")) value = this.attribute(value, this.next());
    if (!this.accept("or")) return value;
    this.heap.decref(value);
    return this.expression();
  }

  /** `owner.name`, or a call of the one method there is: `list.append(item)`. */
  private attribute(owner: PyObject, name: string): PyObject {
    if (this.accept("(")) {
      const [item] = this.upTo(")");
      if (name !== "append" || item === undefined) throw new Error(`Not understood: .${name}()`);
      this.heap.append(owner, item);
      for (const used of [item, owner]) this.heap.decref(used);
      return this.none();
    }
    const value = this.heap.getattr(owner, name);
    if (value === undefined) throw new Error(`There is no attribute ${name}.`);
    this.heap.incref(value);
    this.heap.decref(owner);
    return value;
  }

  private atom(): PyObject {
    const token = this.next();
    if (token === "None") return this.none();
    if (token === "[") return this.container("list", this.upTo("]"));
    if (token === "{") return this.dict();
    if (token === "(") return this.container("tuple", this.upTo(")"));
    if (/^["']/.test(token)) return this.text(token.slice(1, -1));
    if (/^\d/.test(token)) {
      // 10**20 stands for any int that is made anew.
      const power = this.accept("**") && this.next() !== "";
      return this.heap.int(power ? 10 ** 15 : Number(token));
    }
    if (token === "deaths") return this.note();
    if (this.accept("(")) return this.call(token, this.upTo(")"));
    const value = this.named(token);
    this.heap.incref(value);
    return value;
  }

  private call(name: string, args: PyObject[]): PyObject {
    const [arg] = args;
    if (name === "payload" && arg !== undefined) return this.watch(arg, this.texts.get(arg.id) ?? "");
    if (name === "str" && arg !== undefined) return this.giveUp(args, this.text("text"));
    if (name === "tuple" && arg !== undefined)
      return this.giveUp(args, this.heap.tuple(this.heap.gc.getReferents(arg)));
    const made = this.heap.instance(this.named(name));
    const text = arg === undefined ? "" : (this.texts.get(arg.id) ?? "");
    if (name === "Node") this.nodes.push([text, made]);
    if (name === "D" && arg !== undefined) {
      this.heap.setattr(made, "name", arg);
      this.watch(made, text);
    }
    return this.giveUp(args, made);
  }

  private dict(): PyObject {
    const dict = this.heap.dict();
    for (let first = true; !this.accept("}"); first = false) {
      if (!first) this.expect(",");
      const key = this.expression();
      this.expect(":");
      const value = this.expression();
      this.heap.setitem(dict, key, value);
      for (const used of [value, key]) this.heap.decref(used);
    }
    return dict;
  }

  private container(kind: "list" | "tuple", items: PyObject[]): PyObject {
    return this.giveUp(items, this.heap[kind](items));
  }

  /** `deaths.append(text)`, or `deaths` with nothing behind it. */
  private note(): PyObject {
    for (const token of [".", "append", "("]) this.expect(token);
    const [text] = this.upTo(")");
    if (text === undefined) throw new Error("deaths.append() without a text");
    this.deaths.push(this.texts.get(text.id) ?? "");
    return this.giveUp([text], this.none());
  }

  private upTo(end: string): PyObject[] {
    const values: PyObject[] = [];
    while (!this.accept(end)) {
      values.push(this.expression());
      this.accept(",");
    }
    return values;
  }

  private text(text: string): PyObject {
    const made = this.heap.str(text);
    this.texts.set(made.id, text);
    return made;
  }

  private none(): PyObject {
    this.heap.incref(this.heap.none);
    return this.heap.none;
  }

  private watch(object: PyObject, name: string): PyObject {
    this.watched.set(object.id, name);
    return object;
  }

  private giveUp(used: readonly PyObject[], result: PyObject): PyObject {
    for (const object of used) this.heap.decref(object);
    return result;
  }

  private assign(name: string, value: PyObject): void {
    this.heap.bind(name, value);
    this.heap.decref(value);
  }

  private named(name: string): PyObject {
    const value = this.heap.lookup(name);
    if (value === undefined) throw new Error(`name '${name}' is not defined`);
    return value;
  }

  private next(): string {
    const token = this.tokens.shift();
    if (token === undefined) throw new Error("The line ends too early.");
    return token;
  }

  private accept(token: string): boolean {
    if (this.tokens[0] !== token) return false;
    this.tokens.shift();
    return true;
  }

  private expect(token: string): void {
    if (!this.accept(token)) throw new Error(`Expected ${token}, found ${this.tokens[0]}`);
  }
}
