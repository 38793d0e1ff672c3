/** A timed run of the simulator in a fresh process, started as the kit starts its kernel. */

import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { v8Flags } from "../v8-flags";

/** After this long a timed run is stopped, simulated or real. */
export const TIMEOUT_MS = 900_000;

/**
 * Run one of the child programs of this folder.
 *
 * @param script - Its name, for example "leak-loop-child".
 * @returns The JSON that it prints.
 * @throws {Error} When it fails or takes longer than {@link TIMEOUT_MS}.
 */
export function runNodeChild(script: string, args: readonly (string | number)[]): unknown {
  const child = spawnSync(
    process.execPath,
    [...v8Flags, "--expose-gc", join(__dirname, `${script}.js`), ...args.map(String)],
    { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"], timeout: TIMEOUT_MS },
  );
  if (child.status === 0) return JSON.parse(child.stdout);
  throw new Error(
    `The simulator's timed run ${script} ${args.join(" ")} failed (${child.error?.message ?? child.signal ?? child.status}).`,
  );
}
