/** How many bytes objects ask of the allocator, and what `sys.getsizeof` tells of it. */

import { expect } from "vitest";
import { Heap, type PyObject } from "../../lib/dist";
import { requestShareBytes } from "../../lib/dist/sim/alloc/size-class";
import { profileOf } from "../../lib/dist/sim/profile";
import { oracle } from "../oracle/read-oracle";
import { behaviour } from "./behaviour";

/** How the simulator makes what sizes.py measures. */
const made: Record<string, (heap: Heap) => PyObject> = {
  None: (heap) => heap.none,
  "0": (heap) => heap.int(0),
  "1": (heap) => heap.int(1),
  "-1": (heap) => heap.int(-1),
  "2**30 - 1": (heap) => heap.int(2 ** 30 - 1),
  "2**30": (heap) => heap.int(2 ** 30),
  "1.5": (heap) => heap.float(1.5),
  "''": (heap) => heap.str(""),
  "'a'": (heap) => heap.str("a"),
  "'abc'": (heap) => heap.str("abc"),
  "b''": (heap) => heap.bytes(0),
  "()": (heap) => heap.tuple(),
  "(1,)": (heap) => heap.tuple(ones(heap, 1)),
  "(1, 2)": (heap) => heap.tuple(ones(heap, 2)),
  "(1, 2, 3)": (heap) => heap.tuple(ones(heap, 3)),
  "[]": (heap) => heap.list(),
  "[1]": (heap) => heap.list(ones(heap, 1)),
  "[1, 2]": (heap) => heap.list(ones(heap, 2)),
  "{}": (heap) => heap.dict(),
  "{'a': 1}": (heap) => dictOf(heap, [heap.str("a")]),
  "{1: 1}": (heap) => dictOf(heap, ones(heap, 1)),
  "set()": (heap) => heap.set(),
  "class C: pass": (heap) => heap.class("C"),
  "instance of class C: pass": (heap) => heap.instance(heap.class("C")),
  "lambda: None": (heap) => heap.function("<lambda>"),
};

/** What sizes.py measures besides, and why it is not compared. */
const leftOut = {
  "object()": "there are no plain objects",
  True: "no maker hands it out",
  "2**60": "the face takes no ints beyond 2**53",
  "'\\xe9'": "strings are sized as ASCII",
  "'\\u20ac'": "strings are sized as ASCII",
  "[1, 2, 3]": "from 3.9 on the compiler makes it an empty list that is extended by a constant tuple",
  "[1, 2, 3, 4, 5]": "the same",
};

behaviour(
  {
    item: 15,
    versions: "3.8-3.13",
    compared: "real interpreter",
    claim:
      "sys.getsizeof of an instance leaves out its attributes; of atoms, containers, functions and classes it is the same",
  },
  (version) => {
    const { getsizeof } = oracle("sizes", version).data;
    expect(Object.keys(getsizeof).sort()).toEqual(Object.keys({ ...made, ...leftOut }).sort());
    const ours = Object.entries(made).map(([text, make]) => {
      const heap = new Heap(version);
      return [text, heap.getsizeof(make(heap))];
    });
    expect(ours).toEqual(Object.keys(made).map((text) => [text, getsizeof[text]]));
  },
);

behaviour(
  {
    item: 15,
    versions: "3.8-3.13",
    compared: "real interpreter",
    claim: "a list grows in the same steps in 20 appends, a dict in the same steps with 20 str keys",
  },
  (version) => {
    const { list, dict } = oracle("sizes", version).data;
    const heap = new Heap(version);
    const [l, d] = [heap.list(), heap.dict()];
    const sizes = list.map((_, k) => {
      if (k > 0) heap.append(l, heap.none);
      if (k > 0) heap.setitem(d, heap.str(`key${k}`), heap.none);
      return [heap.getsizeof(l), heap.getsizeof(d)];
    });
    expect(sizes).toEqual(list.map((bytes, k) => [bytes, dict[k]]));
  },
);

behaviour(
  {
    item: 23,
    versions: "3.8-3.13",
    compared: "real interpreter",
    claim:
      "the first 40 instances of a class ask for as much memory; from 3.11 on the first 30 have room for more values",
  },
  (version) => expect(instanceSizes(version, [])).toEqual(oracle("sizes", version).data.instances[0]),
);

behaviour(
  {
    item: 23,
    versions: "3.8-3.13",
    compared: "real interpreter",
    claim:
      "the first 40 instances with one attribute ask for as much memory: up to 3.10 it is in a dict, from 3.11 on it fills a value",
  },
  (version) => expect(instanceSizes(version, ["a"])).toEqual(oracle("sizes", version).data.instances[1]),
);

behaviour(
  {
    item: 23,
    versions: "3.8-3.13",
    compared: "real interpreter",
    claim: "the first 40 instances with two attributes ask for as much memory",
  },
  (version) => expect(instanceSizes(version, ["a", "b"])).toEqual(oracle("sizes", version).data.instances[2]),
);

behaviour(
  {
    item: 14,
    versions: "3.8-3.13",
    compared: "real interpreter",
    claim: "a pair of the leak loop asks for as many bytes: instances with their dicts or values",
  },
  (version) => {
    expect(leakPairBlocks(version).reduce((sum, bytes) => sum + bytes, 0)).toBe(
      oracle("sizes", version).data.leakPair,
    );
  },
);

behaviour(
  {
    item: 14,
    versions: "3.8-3.13",
    compared: "recorded results",
    claim:
      "an object of the leak loop is blocks of 48, 64 and 168 bytes, from 3.11 on 56 and 32, from 3.12 on 48 and 32, from 3.13 on 88",
  },
  (version) => {
    const withDicts = [48, 64, 168];
    const object = { "3.8": withDicts, "3.10": withDicts, "3.11": [56, 32], "3.12": [48, 32], "3.13": [88] };
    const blocks = object[version as keyof typeof object];
    expect(leakPairBlocks(version)).toEqual([...blocks, ...blocks]);
  },
);

behaviour(
  {
    item: 16,
    versions: "3.8-3.13",
    compared: "source only",
    claim:
      "a block costs its share of a pool; so an iteration of the leak loop is 583.73, 581.05, 192.75, 160.63 or 192.75 bytes",
  },
  (version) => {
    const perIteration = { "3.8": 583.73, "3.10": 581.05, "3.11": 192.75, "3.12": 160.63, "3.13": 192.75 };
    const { allocator } = profileOf(version);
    const shares = leakPairBlocks(version).map((bytes) => requestShareBytes(allocator, bytes));
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(
      perIteration[version as keyof typeof perIteration],
      2,
    );
  },
);

/** Of each of 40 instances that are kept: bytes when it is made, and what its attributes add. */
function instanceSizes(version: string, attributes: readonly string[]): number[][] {
  const heap = new Heap(version);
  const C = heap.class("C");
  return Array.from({ length: 40 }, () => {
    const o = heap.instance(C);
    const whenMade = withDict(heap, o);
    for (const name of attributes) heap.setattr(o, name, heap.none);
    return [whenMade, withDict(heap, o) - whenMade];
  });
}

/** The blocks of one iteration, when the first instances are past. */
function leakPairBlocks(version: string): number[] {
  const heap = new Heap(version);
  heap.gc.disable();
  const Leak = heap.class("Leak");
  let blocks: number[] = [];
  for (let k = 0; k < 50; k++) {
    const [A, B] = [heap.instance(Leak), heap.instance(Leak)];
    heap.setattr(A, "b", B);
    heap.setattr(B, "a", A);
    blocks = [A, B].flatMap((o) => blocksOf(heap, o));
    heap.decref(A);
    heap.decref(B);
  }
  return blocks;
}

/** The blocks of an instance and of its dict: what the object is, then what belongs to it. */
function blocksOf(heap: Heap, o: PyObject): number[] {
  const { values } = heap.profile.objects.instance;
  const [dict] = values === "dict" ? heap.gc.getReferents(o) : [];
  const empty = heap.dict();
  const dictBytes = heap.sizeBytes(empty);
  heap.decref(empty);
  if (dict !== undefined) return [heap.sizeBytes(o), dictBytes, heap.sizeBytes(dict) - dictBytes];
  if (values === "inline") return [heap.sizeBytes(o)];
  return [heap.getsizeof(o), heap.sizeBytes(o) - heap.getsizeof(o)];
}

/** Bytes of an instance, and of its dict where it has one by now. */
function withDict(heap: Heap, o: PyObject): number {
  if (heap.profile.objects.instance.values !== "dict") return heap.sizeBytes(o);
  const dict = heap.gc.getReferents(o).length > 1 ? heap.gc.getReferents(o)[0] : undefined;
  return heap.sizeBytes(o) + (dict === undefined ? 0 : heap.sizeBytes(dict));
}

function ones(heap: Heap, count: number): PyObject[] {
  return Array.from({ length: count }, () => heap.int(1));
}

function dictOf(heap: Heap, keys: readonly PyObject[]): PyObject {
  const dict = heap.dict();
  for (const key of keys) heap.setitem(dict, key, heap.none);
  return dict;
}
