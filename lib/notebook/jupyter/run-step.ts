/** Runs one step of an install. */

import { spawnSync } from "node:child_process";

/**
 * Run a program and wait for it.
 *
 * @returns Nothing when it went well, else the last lines that it said.
 */
export function runStep(program: string, args: readonly string[]): string | undefined {
  const { PYTHONDONTWRITEBYTECODE: _, ...env } = process.env;
  const { status, error, stdout, stderr } = spawnSync(program, args, { encoding: "utf8", env });
  if (status === 0) return undefined;
  const said = error?.message ?? `${stdout}${stderr}`.trim();
  return said.split("\n").slice(-3).join(" ") || `${program} ended with exit code ${status}`;
}
