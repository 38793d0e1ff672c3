// Compiles lib when a source is newer than the last finished build.
"use strict";

const { spawnSync } = require("node:child_process");
const { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } = require("node:fs");
const { join, relative } = require("node:path");
const { isCheckout, root } = require("./checkout.cjs");

const lib = join(root, "lib");
/** Touched after each build that succeeded; older than a source means stale. */
const stampFile = join(lib, "dist/.built");

/** @param {string} dir @returns {number} newest modification time below `dir`, of sources, settings and folders, in ms */
function newestSourceMs(dir) {
  let newest = statSync(dir).mtimeMs;
  for (const entry of readdirSync(dir, { withFileTypes: true })) {
    const path = join(dir, entry.name);
    if (entry.isDirectory()) {
      // lib/dist is the result; writing it changes lib's own time, which is harmless: the stamp is written last.
      if (path !== join(lib, "dist")) newest = Math.max(newest, newestSourceMs(path));
    } else if (/\.ts$|^tsconfig\.json$|^package\.json$/.test(entry.name)) {
      newest = Math.max(newest, statSync(path).mtimeMs);
    }
  }
  return newest;
}

/** @returns {number} */
function builtMs() {
  try {
    return statSync(stampFile).mtimeMs;
  } catch {
    return 0;
  }
}

/**
 * Remove what was compiled from a source that is gone: nothing may go on importing it.
 * @param {string} dir
 */
function removeOrphans(dir) {
  for (const entry of readdirSync(dir, { withFileTypes: true })) {
    const path = join(dir, entry.name);
    const source = join(lib, relative(join(lib, "dist"), path));
    if (entry.isDirectory()) {
      if (existsSync(source)) removeOrphans(path);
      else rmSync(path, { recursive: true });
    } else if (
      /\.(d\.ts|js|js\.map)$/.test(entry.name) &&
      !existsSync(source.replace(/\.(d\.ts|js|js\.map)$/, ".ts"))
    ) {
      rmSync(path);
    }
  }
}

/** @returns {string | undefined} */
exports.build = () => {
  if (!isCheckout) return undefined;
  const built = builtMs();
  const newest = Math.max(newestSourceMs(lib), statSync(join(root, "package-lock.json")).mtimeMs);
  if (built >= newest) return undefined;
  process.stderr.write(`${built === 0 ? "Building" : "Rebuilding"} lib ...\n`);
  // By path: tslab brings a `tsc` of TypeScript 5.0 that would be found first.
  const tsc = spawnSync(process.execPath, [join(root, "node_modules/typescript/bin/tsc"), "-b", lib], {
    cwd: root,
    encoding: "utf8",
  });
  if (tsc.status !== 0) return `lib does not compile:\n${tsc.stdout}${tsc.stderr}`;
  removeOrphans(join(lib, "dist"));
  try {
    mkdirSync(join(lib, "dist"), { recursive: true });
    writeFileSync(stampFile, "");
  } catch (error) {
    return `Cannot write in ${lib} (${/** @type {Error} */ (error).message}). leakloop needs a folder that you may write to.`;
  }
  return undefined;
};
