/** Library modules that are programs themselves: run like a program, in a namespace of their own. */

import type { Namespace } from "../../sim/objects/namespace";
import { compileModule } from "../compile/compile";
import { parse } from "../parse/parse";
import type { Machine } from "../run/machine";
import { runModule } from "../run/program";

/** Run a text as the body of a module. @param file - What tracebacks show. @returns false with an exception set. */
export function runLibrary(m: Machine, namespace: Namespace, file: string, source: string): boolean {
  const { compiler, exceptions } = m.rules;
  const rules = { ...compiler, popsAfterUnbinding: exceptions.popsAfterUnbinding };
  return runModule(m, compileModule(parse(source, file), rules), file, namespace.id);
}
