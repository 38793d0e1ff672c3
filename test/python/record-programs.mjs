// Runs every program of programs/ on the newest CPython of each series and writes recorded/<series>.json.
//     node test/python/record-programs.mjs    (after lib is built, as any npm script does)

import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const require = createRequire(import.meta.url);
const { findPythons } = require("../../lib/dist/cpython/find-python.js");
const { profiles } = require("../../lib/dist/sim/profile/index.js");

const folder = fileURLToPath(new URL("programs", import.meta.url));
const recorded = fileURLToPath(new URL("recorded", import.meta.url));

const programs = readdirSync(folder)
  .flatMap((theme) =>
    readdirSync(join(folder, theme)).map((file) => `${theme}/${file.slice(0, -".py".length)}`),
  )
  .sort();
const lines = new Set(profiles.map((profile) => profile.version));
const newest = new Map(
  findPythons()
    .filter((python) => lines.has(python.series))
    .map((python) => [python.series, python]),
);
mkdirSync(recorded, { recursive: true });
for (const [series, python] of newest) {
  const results = {};
  for (const program of programs) {
    const { stdout, status } = spawnSync(python.path, ["-I", "-S", join(folder, `${program}.py`)], {
      encoding: "utf8",
    });
    results[program] = { stdout, exitCode: status };
  }
  writeFileSync(join(recorded, `${series}.json`), `${JSON.stringify({ python: python.version, results })}\n`);
  process.stdout.write(`${programs.length} programs on ${python.version}\n`);
}
spawnSync(process.execPath, [require.resolve("@biomejs/biome/bin/biome"), "format", "--write", recorded], {
  stdio: "inherit",
});
