/** The module `sys`. Mirrors `Python/sysmodule.c`. */

import { bind, createNamespace } from "../../../sim/objects/namespace";
import { defineType } from "../../objects/define-type";
import type { Machine } from "../../run/machine";
import { bindNatives } from "../bind-natives";
import { createModuleTable } from "../module-table";
import { excepthookFunctions } from "./excepthook";
import { frameFunctions } from "./get-frame";
import { interpreterFunctions } from "./interpreter";
import { refcountFunctions } from "./refcount";
import { placeStream, streamType } from "./stream";
import { unraisableArgsType, unraisableFunctions } from "./unraisable-hook";
import { bindVersion, versionInfoType } from "./version";

/** Make the module, and the table of modules with it. */
export function installSys(m: Machine): void {
  for (const type of [streamType, versionInfoType, unraisableArgsType]) defineType(m, type);
  const sys = createNamespace(m.h, "sys", m.builtins);
  m.sys = sys;
  createModuleTable(m, sys);
  bind(m.h, sys, "modules", m.moduleDict);
  bindStreams(m);
  bindVersion(m, sys);
  const functions = [
    ...refcountFunctions,
    ...interpreterFunctions,
    ...frameFunctions,
    ...excepthookFunctions,
    ...unraisableFunctions,
  ];
  bindNatives(m, sys, functions, "sys");
}

/** Each under two names: a program may put something else in the place of the first. */
function bindStreams(m: Machine): void {
  const stdout = placeStream(m, "<stdout>", (text) => m.host.write(text));
  const stderr = placeStream(m, "<stderr>", (text) => m.host.writeError(text));
  for (const name of ["stdout", "__stdout__"]) bind(m.h, m.sys!, name, stdout);
  for (const name of ["stderr", "__stderr__"]) bind(m.h, m.sys!, name, stderr);
}
