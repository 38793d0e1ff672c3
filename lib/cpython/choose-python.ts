/** The interpreter that a person means by "3.12", "3.12.1", a path or nothing at all. */

import { BadInputError } from "../bad-input";
import { findPythons } from "./find-python";
import { type PythonFound, probePython } from "./probe-python";

/**
 * Choose one CPython of this machine.
 *
 * @param wanted - A series ("3.12": its newest version), a full version ("3.12.1"), the path of an interpreter, or
 *   `undefined` for the newest CPython found that has a GIL.
 * @throws {BadInputError} When there is none such, or it is no 64-bit CPython 3.8 or later.
 */
export function choosePython(wanted?: string): PythonFound {
  if (wanted !== undefined && !/^\d+(\.\d+)*[\w]*$/.test(wanted)) return probed(wanted);
  const found = findPythons();
  const chosen = found.filter((python) => isMeant(python, wanted)).at(-1);
  if (chosen !== undefined) return chosen;
  const name = wanted === undefined ? "CPython 3.8 or later (64-bit)" : `CPython ${wanted}`;
  throw new BadInputError(`No ${name} was found on this machine; ${others(found)}.`);
}

function isMeant({ version, series }: PythonFound, wanted?: string): boolean {
  return wanted === undefined ? !series.endsWith("t") : wanted === version || wanted === series;
}

function probed(path: string): PythonFound {
  const python = probePython(path);
  if (python !== undefined) return python;
  throw new BadInputError(
    `${path || "An empty name"} is not an interpreter that can be measured: expected a program that starts a 64-bit CPython 3.8 or later.`,
  );
}

function others(found: readonly PythonFound[]): string {
  if (found.length === 0)
    return "install Python from python.org, or list interpreters in the environment variable LEAKLOOP_PYTHONS";
  return `found: ${found.map((python) => python.version).join(", ")}`;
}
