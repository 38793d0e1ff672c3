// Installs the packages when node_modules is missing or was made from another lock file.
"use strict";

const { spawnSync } = require("node:child_process");
const { existsSync, readFileSync, writeFileSync } = require("node:fs");
const { join } = require("node:path");
const { isCheckout, root } = require("./checkout.cjs");

const lockFile = join(root, "package-lock.json");
/** The lock that the packages were installed from. Written last: without it the install did not finish. */
const stampFile = join(root, "node_modules/.leakloop-lock");

/** @returns {string | undefined} */
exports.install = () => {
  if (!isCheckout) return undefined;
  const lock = readFileSync(lockFile, "utf8");
  if (existsSync(stampFile) && readFileSync(stampFile, "utf8") === lock) return undefined;
  process.stderr.write("Installing the packages that leakloop uses (once, about half a minute) ...\n");
  const windows = process.platform === "win32";
  const npm = spawnSync(windows ? "npm.cmd" : "npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: root,
    shell: windows,
    stdio: ["ignore", "ignore", "inherit"],
  });
  if (npm.error)
    return `npm could not be started (${npm.error.message}). It comes with Node: check that it is on your PATH.`;
  if (npm.status !== 0)
    return "npm ci failed; its message is above. Check the network and free disk space, then run the same command again.";
  try {
    writeFileSync(stampFile, lock);
  } catch (error) {
    return `Cannot write in ${root} (${/** @type {Error} */ (error).message}). leakloop needs a folder that you may write to.`;
  }
  return undefined;
};
