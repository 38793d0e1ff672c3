import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { installBuiltins } from "../../../lib/dist/python/builtins/install";
import { compileModule } from "../../../lib/dist/python/compile/compile";
import { defineTypes } from "../../../lib/dist/python/objects/define-type";
import { parse } from "../../../lib/dist/python/parse/parse";
import { clearError } from "../../../lib/dist/python/run/error";
import { Machine } from "../../../lib/dist/python/run/machine";
import { runModule } from "../../../lib/dist/python/run/program";
import { check } from "../../../lib/dist/sim/heap/check";
import { profiles } from "../../../lib/dist/sim/profile/index";

const folder = fileURLToPath(new URL("programs", import.meta.url));
const versions = ["3.8", "3.10", "3.11", "3.12", "3.13"];

test.each(versions)("after each program the counts of all objects are right, on %s", (version) => {
  for (const file of readdirSync(folder)) {
    const m = new Machine(profiles.find((one) => one.version === version)!, {
      write: () => {},
      writeError: () => {},
      mayGoOn: () => true,
    });
    defineTypes(m);
    installBuiltins(m);
    const { compiler, exceptions } = m.rules;
    const rules = { ...compiler, popsAfterUnbinding: exceptions.popsAfterUnbinding };
    const code = compileModule(parse(readFileSync(`${folder}/${file}`, "utf8"), file), rules);
    if (!runModule(m, code, file)) clearError(m);
    expect(m.frame).toBe(null);
    expect(m.depth).toBe(0);
    check(m.h, new Map());
  }
});
