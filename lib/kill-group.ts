/** Ending a process with everything that it started. */

import { spawnSync } from "node:child_process";

/**
 * Kill the process group that `leader` leads, at once. Does nothing when it has already ended.
 *
 * @param leader - The id of a process that was started detached.
 */
export function killGroup(leader: number): void {
  if (process.platform === "win32") {
    spawnSync("taskkill", ["/T", "/F", "/PID", String(leader)]);
    return;
  }
  try {
    process.kill(-leader, "SIGKILL");
  } catch (error) {
    // macOS says EPERM of a group that has ended and is not yet waited for.
    if (!["ESRCH", "EPERM"].includes((error as NodeJS.ErrnoException).code ?? "")) throw error;
  }
}
