// Runs the oracle scripts on CPython 3.14 and 3.15 as WebAssembly and writes what they print to
// recorded/<script>-<series>.json: pyodide is a CPython that npm can install where no native one is at hand.
//
//     npm install --prefix DIR pyodide@314.0.7             CPython 3.14.2, the incremental collector
//     npm install --prefix DIR pyodide@315.0.0-alpha.2     CPython 3.15.0rc1
//     node test/oracle/record-pyodide.mjs DIR [SCRIPT...]
//
// DIR is a folder outside of this one; about 15 MB each, so pyodide is no dependency of the kit. SCRIPT is a name such
// as tracking; without one, all run. Sizes are 32-bit and are left out, and so is what needs a child process.

import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const require = createRequire(import.meta.url);
const folder = fileURLToPath(new URL(".", import.meta.url));
const recorded = join(folder, "recorded");
/**
 * Scripts whose answer another machine word or the lack of child processes would change; leak_loop.py takes the place of
 * automatic_collections.py, which counts the tuple of get_count(), untracked here.
 */
const leftOut = ["automatic_collections", "sizes", "startup"];
/** Scripts that read the memory of the incremental collector. */
const only314 = ["collector_state", "startup_marking"];

const [installed, ...asked] = process.argv.slice(2);
const loader =
  installed === undefined ? "" : join(resolve(installed), "node_modules", "pyodide", "pyodide.mjs");
if (!existsSync(loader)) {
  process.stderr.write(
    `Recording needs a folder with pyodide in it, found none in "${installed ?? ""}". Run: npm install --prefix DIR pyodide@314.0.7, then give DIR.\n`,
  );
  process.exit(2);
}
const { loadPyodide } = await import(pathToFileURL(loader).href);

for (const script of scriptsToRun()) {
  const interpreter = await loadPyodide();
  const python = interpreter.runPython("import sys\nsys.version").split(" ")[0];
  const series = python.split(".").slice(0, 2).join(".");
  const name = basename(script, ".py");
  if (series !== "3.14" && only314.includes(name)) continue;
  const data = run(interpreter, script);
  const recording = { python, platform: "emscripten wasm32", data };
  writeFileSync(join(recorded, `${name}-${series}.json`), `${JSON.stringify(recording)}\n`);
  process.stdout.write(`${name} on ${python}\n`);
}
// One value or short list per line, as the formatter wants it, so that a new recording is a readable difference.
spawnSync(process.execPath, [require.resolve("@biomejs/biome/bin/biome"), "format", "--write", recorded], {
  stdio: "inherit",
});

/** The scripts of every CPython, then those for the incremental collector only. */
function scriptsToRun() {
  const all = [folder, join(folder, "pyodide")].flatMap((place) =>
    readdirSync(place)
      .filter((file) => file.endsWith(".py"))
      .map((file) => join(place, file)),
  );
  const name = (script) => basename(script, ".py");
  if (asked.length > 0) return all.filter((script) => asked.includes(name(script)));
  return all.filter((script) => !leftOut.includes(name(script)));
}

/** Run a script as `__main__` of a fresh interpreter. @returns what it printed. */
function run(interpreter, script) {
  interpreter.runPython("import io, sys\nsys.stdout = io.StringIO()");
  interpreter.runPython(readFileSync(script, "utf8"));
  return JSON.parse(interpreter.runPython("sys.stdout.getvalue()"));
}
