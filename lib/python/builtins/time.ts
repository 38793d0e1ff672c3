/** The module `time`, for programs that pause. */

import { makeNone } from "../objects/make-atom";
import type { NativeDefinition } from "../objects/native-type";
import { raise } from "../run/error";
import type { Machine } from "../run/machine";
import { bindNatives } from "./bind-natives";
import { createTableModule } from "./module-table";

const clocks = [
  "time",
  "time_ns",
  "monotonic",
  "monotonic_ns",
  "perf_counter",
  "perf_counter_ns",
  "process_time",
];

const functions: readonly NativeDefinition[] = [
  // Simplified: a pause takes no time.
  { name: "sleep", least: 1, call: (m) => makeNone(m) },
  ...clocks.map((name) => ({
    name,
    call: (m: Machine) =>
      raise(m, "NotImplementedError", `the simulator has no clock: count steps, not seconds (time.${name})`),
  })),
];

/** Make the module. */
export function installTime(m: Machine): boolean {
  bindNatives(m, createTableModule(m, "time"), functions, "time");
  return true;
}
