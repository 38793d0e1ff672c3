import { describe, expect, test } from "vitest";
import { Heap } from "../../lib/dist";
import { oracle } from "./read-oracle";
import { profilesFor, TinyPython } from "./tiny-python";

// The cases about finalizers are left out: the simulator has none yet.
describe.each(["3.11", "3.12", "3.13"])("CPython %s", (series) => {
  const { cases } = oracle("collect_order", series).data;
  const payloads = cases.filter(({ name }) => name.includes(": payloads"));

  test.each(payloads.map(({ name, ...rest }) => [name, rest] as const))(
    "garbage is cleared in the same order: %s",
    (_, { program, deaths }) => {
      for (const profile of profilesFor(series)) {
        const python = new TinyPython(profile);
        python.run(program.replace("gc.collect()\n", ""));
        python.heap.collect();
        expect(python.deaths).toEqual(deaths);
      }
    },
  );

  test.each([
    ["a pair: the memory", ["A", "B"]],
    ["a ring of three: the memory", ["A", "B", "C"]],
  ])("blocks of garbage are freed in the same order: %s", (name, objects) => {
    const deaths = cases.find((one) => one.name === name)?.deaths;
    for (const profile of profilesFor(series)) expect(freedByCollect(profile, objects)).toEqual(deaths);
  });
});

/** Names of the members of a ring in the order in which a collection frees them: the last one is used again first. */
function freedByCollect(profile: string, names: readonly string[]): (string | undefined)[] {
  const heap = new Heap(profile);
  const Wide = heap.class("Wide");
  // Until its instances have one size, as those of a class with slots have from the start.
  for (let n = 0; n < 40; n++) {
    const o = heap.instance(Wide);
    heap.setattr(o, "link", o);
    heap.delattr(o, "link");
    heap.decref(o);
  }
  const ring = names.map(() => heap.instance(Wide));
  const nameOf = new Map(ring.map((o, i) => [o.id, names[i]]));
  ring.forEach((o, i) => {
    heap.setattr(o, "link", ring[(i + 1) % ring.length] ?? o);
  });
  for (const o of ring) heap.decref(o);
  heap.collect();
  return names.map(() => nameOf.get(heap.instance(Wide).id)).reverse();
}
