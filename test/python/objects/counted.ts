import { installBuiltins } from "../../../lib/dist/python/builtins/install";
import { compileModule } from "../../../lib/dist/python/compile/compile";
import { defineTypes } from "../../../lib/dist/python/objects/define-type";
import { parse } from "../../../lib/dist/python/parse/parse";
import { Machine } from "../../../lib/dist/python/run/machine";
import { runModule } from "../../../lib/dist/python/run/program";
import { check } from "../../../lib/dist/sim/heap/check";
import { profileOf } from "../../../lib/dist/sim/profile";

/**
 * Run a program, and verify every invariant of its heap after the last line: each count is the number of references.
 *
 * @returns what it has printed, by line.
 */
export function countedLines(source: string, profile = "3.13"): string[] {
  let text = "";
  const m = new Machine(profileOf(profile), {
    write: (more) => {
      text += more;
    },
    writeError: (more) => {
      text += more;
    },
    mayGoOn: () => true,
  });
  defineTypes(m);
  installBuiltins(m);
  runModule(m, compileModule(parse(source, "test.py"), m.rules.compiler), "test.py");
  check(m.h, new Map(m.error === 0 ? [] : [[m.error, 1]]));
  return text.split("\n").slice(0, -1);
}

/** The version lines with a recorded CPython. */
export const versions = ["3.8", "3.10", "3.11", "3.12", "3.13"] as const;
