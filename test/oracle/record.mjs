// Runs every oracle script on every CPython found, the newest of each series, and writes what it prints to
// recorded/<script>-<series>.json.    node test/oracle/record.mjs    (after lib is built, as any npm script does)

import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const require = createRequire(import.meta.url);
const { findPythons } = require("../../lib/dist/cpython/find-python.js");
const { runScript } = require("../../lib/dist/cpython/run-script.js");

const folder = fileURLToPath(new URL(".", import.meta.url));
const recorded = join(folder, "recorded");
const scriptTimeoutMs = 60_000;

const newest = new Map(findPythons().map((python) => [python.series, python]));
if (newest.size === 0) process.stderr.write("No CPython was found: nothing recorded.\n");
mkdirSync(recorded, { recursive: true });
for (const file of readdirSync(folder).filter((name) => name.endsWith(".py"))) {
  for (const [series, python] of newest) {
    const data = runScript(python, join(folder, file), [], scriptTimeoutMs);
    const recording = { python: python.version, platform: `${process.platform} ${process.arch}`, data };
    const target = join(recorded, `${file.slice(0, -".py".length)}-${series}.json`);
    writeFileSync(target, `${JSON.stringify(recording)}\n`);
  }
  process.stdout.write(`${file} on ${[...newest.values()].map((python) => python.version).join(", ")}\n`);
}
// One value or short list per line, as the formatter wants it, so that a new recording is a readable difference.
spawnSync(process.execPath, [require.resolve("@biomejs/biome/bin/biome"), "format", "--write", recorded], {
  stdio: "inherit",
});
