/**
 * A program of its own: runs the kernel as its child and ends the whole process group when whoever started it is gone.
 *
 * The starter holds the other end of standard input. That end closes with the starter, however the starter ends, so no
 * kernel is left behind, not even one that loops for ever.
 */

import { spawn } from "node:child_process";
import { killGroup } from "../kill-group";

const [command, ...args] = process.argv.slice(2);
const kernel = spawn(command ?? process.execPath, args, { stdio: ["ignore", "inherit", "inherit"] });

// Interrupt reaches every process of the group; it is meant for the kernel alone.
process.on("SIGINT", () => {});
process.stdin.on("close", () => killGroup(process.pid)).resume();
kernel.on("error", (error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
// Nor does anything that the kernel started in its group outlive it.
kernel.on("exit", () => killGroup(process.pid));
