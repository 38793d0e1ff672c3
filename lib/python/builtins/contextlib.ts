/** The module `contextlib`. */

import type { Machine } from "../run/machine";
import { contextlibSource } from "./library/contextlib";
import { createTableModule } from "./module-table";
import { runLibrary } from "./run-library";

/** Make the module. @returns false with an exception set. */
export function installContextlib(m: Machine): boolean {
  return runLibrary(m, createTableModule(m, "contextlib"), "contextlib.py", contextlibSource);
}
