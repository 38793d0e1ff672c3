/** Item 4, continued: generators, frames, tracebacks and exceptions, whose programs are mirrored step by step. */

import { expect } from "vitest";
import type { PyObject } from "../../lib/dist";
import { Machine } from "../oracle/tiny-python/machine";
import { OpenHeap } from "../oracle/tiny-python/open-heap";
import { behaviour } from "./behaviour";
import { frameOf, tracebackOf } from "./call-objects";
import { programOf } from "./program";

/** A heap with a class D whose instances write down their names when they die. */
class Deaths {
  readonly heap: OpenHeap;
  readonly written: string[] = [];
  private readonly names = new Map<number, string>();
  private readonly D: PyObject;

  constructor(version: string) {
    this.heap = new OpenHeap(version);
    this.heap.gc.disable();
    this.D = this.heap.class("D", { del: (self) => this.written.push(this.names.get(self.id) ?? "") });
  }

  /** `D(name)`. */
  named(name: string): PyObject {
    const made = this.heap.instance(this.D);
    this.names.set(made.id, name);
    return made;
  }

  /** Those that are given up with this operation, and what it wrote down. */
  drop(...objects: readonly PyObject[]): void {
    for (const o of objects) this.heap.decref(o);
    this.heap.check();
  }

  expectAsIn(version: string, program: string): void {
    expect(this.written, program).toEqual(programOf("dealloc_order_functions", version, program).written);
  }
}

behaviour(
  {
    item: 4,
    versions: "3.8-3.13",
    compared: "real interpreter",
    claim:
      "a suspended generator runs its finally, drops its operand stack, then its locals in the order of their slots, then its cells",
  },
  (version) => {
    const never = new Deaths(version);
    const [a, b] = [never.named("a"), never.named("b")];
    const v = never.heap.generator("g", [a, b]);
    never.drop(a, b);
    never.drop(v);
    never.expectAsIn(version, "a generator never started");

    const suspended = new Deaths(version);
    const [i0, i1] = [suspended.named("i0"), suspended.named("i1")];
    const stack = suspended.heap.tuple([i0, i1]);
    const locals = [...["a", "b", "x", "y"].map((name) => suspended.named(name)), i0];
    const w = suspended.heap.generator("g", [stack, ...locals], () => suspended.written.push("finally"));
    suspended.drop(stack, i1, ...locals);
    suspended.drop(w);
    suspended.expectAsIn(version, "a suspended generator");

    const closure = new Deaths(version);
    const kept = ["a", "x", "d"].map((name) => closure.named(name));
    const content = closure.named("cell");
    const cell = closure.heap.cell(content);
    const u = closure.heap.generator("g", [...kept, cell]);
    closure.drop(...kept, content, cell);
    closure.drop(u);
    closure.expectAsIn(version, "a suspended generator with a cell");
  },
);

behaviour(
  {
    item: 4,
    versions: "3.8-3.13",
    compared: "real interpreter",
    claim: "a generator that has ended holds nothing more: its locals died with its last step",
  },
  (version) => {
    const ended = new Deaths(version);
    const frame = frameOf(ended.heap, [ended.named("a"), ended.named("x")]);
    const v = ended.heap.generator("g");
    ended.drop(frame);
    ended.written.push("--");
    ended.drop(v);
    ended.expectAsIn(version, "a finished generator");
  },
);

behaviour(
  {
    item: 4,
    versions: "3.8-3.13",
    compared: "real interpreter",
    claim:
      "a frame that is kept drops its locals in the order of their slots, then its cells, when the last reference to it goes",
  },
  (version) => {
    const deaths = new Deaths(version);
    const content = deaths.named("cell");
    const cell = deaths.heap.cell(content);
    deaths.drop(content);
    const locals = ["p", "x", "y"].map((name) => deaths.named(name));
    const frame = frameOf(deaths.heap, [...locals, cell]);
    deaths.written.push("--");
    deaths.drop(frame);
    deaths.expectAsIn(version, "a frame that is kept");
  },
);

behaviour(
  {
    item: 4,
    versions: "3.8-3.13",
    compared: "real interpreter",
    claim: "a traceback keeps the frames of all calls on the way, and dies from the innermost one outwards",
  },
  (version) => {
    const deaths = new Deaths(version);
    const { heap } = deaths;
    // Each call's frame holds the caller's, and one traceback entry holds each frame.
    const frames: PyObject[] = [];
    for (const name of ["caught", "a", "b", "c"]) {
      const back = frames.at(-1);
      if (back !== undefined) heap.incref(back);
      frames.push(frameOf(heap, [deaths.named(`local of ${name}`)], back && { back }));
    }
    const [caught, a, b, c] = frames as [PyObject, PyObject, PyObject, PyObject];
    let t = tracebackOf(heap, caught, tracebackOf(heap, a, tracebackOf(heap, b, tracebackOf(heap, c))));
    deaths.written.push("--");
    const next = heap.taken(heap.slots(t)[0]!);
    deaths.drop(t);
    t = next;
    deaths.written.push("--");
    deaths.drop(t);
    deaths.expectAsIn(version, "a traceback of three frames");
  },
);

behaviour(
  {
    item: 4,
    versions: "3.8-3.13",
    compared: "real interpreter",
    claim:
      "an exception drops its attributes, its arguments from the last to the first, its traceback, its cause, its context",
  },
  (version) => {
    const { program, written } = programOf("dealloc_order_functions", version, "an exception");
    const machine = new Machine(version);
    const { heap } = machine;
    machine.run(prelude);
    machine.run('local = D("local of the frame")');
    const frame = frameOf(heap, [heap.taken(machine.named("local").id)]);
    const traceback = tracebackOf(heap, frame);
    heap.bind("traceback", traceback);
    heap.decref(traceback);
    heap.unbind("local");
    // The program from the line on where the traceback is there.
    machine.run(program.slice(program.indexOf("e = ValueError")));
    heap.check();
    expect(machine.read("deaths")).toEqual(written);
  },
);

const prelude = `
deaths = []
class D:
    def __init__(self, name):
        self.name = name
    def __del__(self):
        deaths.append(self.name)
`;
