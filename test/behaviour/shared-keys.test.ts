/** Item 41: where the attributes of an instance are. */

import { expect } from "vitest";
import { oracle } from "../oracle/read-oracle";
import { Machine } from "../oracle/tiny-python/machine";
import { behaviour } from "./behaviour";

/** The simulator gives no instance a dict of its own from 3.11 on: neither for a look nor when the shared names run out. */
const looked = ["__dict__ looked at by vars", "__dict__ looked at by dir", "copied attributes"];
const full = ["thirty names", "thirty-one names", "the first instance takes thirty-one names"];

behaviour(
  {
    item: 41,
    versions: "3.8-3.10",
    compared: "real interpreter",
    claim: "an instance with attributes refers to a dict, whatever the names and their order",
  },
  (version) => expect(holders(version, looked)).toEqual(expected(version, looked)),
);

behaviour(
  {
    item: 41,
    versions: "3.11-3.13",
    compared: "real interpreter",
    claim:
      "an instance refers to its values itself, in the order of the class's shared names, whatever its own order",
  },
  (version) =>
    expect(holders(version, [...looked, ...full])).toEqual(expected(version, [...looked, ...full])),
);

behaviour(
  {
    item: 4,
    versions: "3.8-3.10",
    compared: "real interpreter",
    claim:
      "the attributes of an instance of a class with forty others, one of them deleted and set again, die in the order of its dict",
  },
  (version) => {
    const { deaths, program } = oracle("shared_keys", version).data.deaths;
    const machine = new Machine(version);
    machine.run(`deaths = []\n${program}`);
    machine.heap.check();
    expect(machine.read("deaths")).toEqual(deaths);
  },
);

function expected(version: string, without: readonly string[]): readonly (readonly [string, string])[] {
  const rows = oracle("shared_keys", version).data.holders.filter(([name]) => !without.includes(name));
  return rows.map(([name, , , kept]) => [name, kept]);
}

/** Whether gc.get_referents shows a dict, in the cases of the script. */
function holders(version: string, without: readonly string[]): readonly (readonly [string, string])[] {
  const rows = oracle("shared_keys", version).data.holders.filter(([name]) => !without.includes(name));
  return rows.map(([name, first, second]) => {
    const machine = new Machine(version);
    machine.run(`class C:\n    pass\no, p = C(), C()\n${first}\n${second}`);
    const referents = machine.heap.gc.getReferents(machine.named("p"));
    return [name, referents.some((o) => machine.isDict(o)) ? "dict" : "values"];
  });
}
