/** Item 41: what gc.get_referents lists, type by type. */

import { expect } from "vitest";
import type { PyObject } from "../../lib/dist";
import { createGenerator } from "../../lib/dist/sim/objects/generator";
import { oracle } from "../oracle/read-oracle";
import { Machine } from "../oracle/tiny-python/machine";
import { behaviour } from "./behaviour";
import { frameOf, tracebackOf } from "./call-objects";
import { label } from "./labels";

/** Objects that the simulator does not have. */
const beyond = [
  "an instance of a subclass of list",
  "an instance of a subclass of tuple",
  "an instance of a subclass of dict",
  "a written exception",
  "a bound method of a list",
  "a proxy with a callback",
  "an iterator over a list",
  "an iterator over a dict",
  "a slice",
  "a property",
  "a static method",
  "a super",
];
/** From 3.11 on no instance has a dict here. */
const withDict = [
  "an instance whose __dict__ was asked for",
  "that __dict__",
  "an instance that got an attribute after that",
  "an instance whose __dict__ was replaced",
];

/** What a call leaves behind: made by hand below. A generator here is always suspended, with an empty operand stack. */
const ofCalls = [
  "a generator that was not started",
  "a suspended generator",
  "a suspended generator whose frame was asked for",
  "that frame",
  "a finished generator",
  "a frame that is kept",
  "an exception with all that it can hold",
  "a traceback",
  "a traceback with a next one",
];

behaviour(
  {
    item: 41,
    versions: "3.8-3.13",
    compared: "real interpreter",
    claim:
      "get_referents lists what each kind of container, function, class, method, module and weak reference holds, in CPython's order",
  },
  (version) => {
    const { cases, prelude } = oracle("referents", version).data;
    const names = cases.map(({ name }) => name);
    for (const name of [...beyond, ...withDict, ...ofCalls]) expect(names).toContain(name);
    const simple = cases.filter(({ name }) => ![...beyond, ...ofCalls].includes(name));
    for (const { name, program, referents } of simple) {
      if (withDict.includes(name) && version >= "3.11") continue;
      const machine = new Machine(version);
      machine.run(prelude);
      machine.run(program);
      expect(referentsOf(machine, machine.named("x")), name).toEqual(referents);
      machine.heap.check();
    }
  },
);

behaviour(
  {
    item: 41,
    versions: "3.8-3.13",
    compared: "real interpreter",
    claim:
      "get_referents of a frame that is kept and of tracebacks and exceptions lists what they hold, in CPython's order",
  },
  (version) => {
    const machine = new Machine(version);
    const { heap } = machine;
    machine.run("def f(p): pass\na, b = [], []\ncode = f.__code__");
    const [a, b, f, code] = ["a", "b", "f", "code"].map((name) => machine.named(name)) as PyObject[];
    const taken = (o: PyObject | undefined): PyObject => heap.taken(o!.id);
    const back = frameOf(heap, []);
    const frame = frameOf(heap, [taken(a), taken(b)], { back: taken(back), func: f!, code: code! });
    expect(referentsOf(machine, frame)).toEqual(expected(version, "a frame that is kept"));

    const following = tracebackOf(heap, taken(frame));
    const traceback = tracebackOf(heap, taken(frame), taken(following));
    for (const [name, o] of Object.entries({ frame, following, traceback })) heap.bind(name, o);
    expect(referentsOf(machine, following)).toEqual(expected(version, "a traceback"));
    expect(referentsOf(machine, traceback)).toEqual(expected(version, "a traceback with a next one"));

    machine.run("x = ValueError(a)\nx.p = b\narguments, attributes = x.args, x.__dict__");
    machine.run("x.__cause__ = cause = KeyError()\nx.__context__ = context = TypeError()");
    machine.run("x.__traceback__ = traceback");
    expect(referentsOf(machine, machine.named("x"))).toEqual(
      expected(version, "an exception with all that it can hold"),
    );
    heap.check();
  },
);

behaviour(
  {
    item: 41,
    versions: "3.8-3.13",
    compared: "real interpreter",
    claim:
      "get_referents of a suspended generator lists its names, its function and its locals; up to 3.10 a frame of its own holds them",
  },
  (version) => {
    const machine = new Machine(version);
    const { heap } = machine;
    machine.run("def g(p): pass\na, b = [], []\ncode = g.__code__");
    const [a, b, g, code] = ["a", "b", "g", "code"].map((name) => machine.named(name).id) as number[];
    const parts = { name: "g", locals: [a!, b!], func: g!, code: code! };
    const x = heap.own(heap.doing(() => createGenerator(heap.state, parts)));
    // The simulator makes no frame object for a generator: see objects/generator.ts.
    const whole = expected(version, "a suspended generator whose frame was asked for").filter(
      (name) => name !== "frame",
    );
    const inFrame = expected(version, "that frame").filter((name) => name === "a" || name === "b");
    expect(referentsOf(machine, x)).toEqual([...whole, ...inFrame]);
    heap.check();
  },
);

function expected(version: string, name: string): readonly string[] {
  return oracle("referents", version).data.cases.find((one) => one.name === name)?.referents ?? [];
}

function referentsOf(machine: Machine, o: PyObject): string[] {
  const names = namesOf(machine);
  return machine.heap.gc.getReferents(o).map((one) => label(machine, one, names));
}

/** The names that the program has for its objects, by id. */
function namesOf(machine: Machine): Map<number, string> {
  const { heap } = machine;
  const bound = machine
    .entriesOf(heap.seen(heap.mainDict)!)
    .map(([key, o]) => [o.id, machine.textOf(key)] as const);
  return new Map([
    ...bound.filter(([, name]) => !name.startsWith("__")),
    [heap.mainDict, "globals"],
    [heap.builtinsDict, "builtins"],
  ]);
}
