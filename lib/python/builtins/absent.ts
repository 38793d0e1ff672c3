/** Built-in functions that CPython has and the simulator has not: calling one says so, and no more. */

import type { NativeDefinition } from "../objects/native-type";
import { raise } from "../run/error";

const reasons: Readonly<Record<string, string>> = {
  input: "a program here has no standard input",
  open: "a program here has no files",
  eval: "write the expression where its value is needed",
  exec: "write the statements where they are to run",
  compile: "write the code where it is to run",
  __import__: "use an import statement",
  breakpoint: "print what you want to see",
  memoryview: "use bytes or a list",
  bytearray: "use bytes or a list",
  complex: "use two floats",
};

/** One for each name: they raise NotImplementedError with what to do instead. */
export const absentFunctions: readonly NativeDefinition[] = Object.entries(reasons).map(
  ([name, instead]) => ({
    name,
    least: 0,
    most: Number.POSITIVE_INFINITY,
    keywords: "any",
    call: (m) => raise(m, "NotImplementedError", `the simulator does not have ${name}(): ${instead}`),
  }),
);
