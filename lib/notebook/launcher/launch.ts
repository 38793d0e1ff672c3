/**
 * The program that Jupyter starts as the kernel, with the arguments of tslab's own command.
 *
 * A thin parent: the kernel itself runs as its child. Only a process that does not run cells can hear an interrupt
 * while a cell loops; it passes it on through a pipe that also tells the kernel when this process is gone.
 */

import { spawn } from "node:child_process";
import { join } from "node:path";
import type { Writable } from "node:stream";

/** How often to look whether the Jupyter server is still there. */
const parentCheckMs = 1000;

const server = process.ppid;
const kernel = spawn(
  process.execPath,
  [...process.execArgv, join(__dirname, "run-kernel.js"), ...process.argv.slice(2)],
  { stdio: ["ignore", "inherit", "inherit", "pipe"] },
);
const pipe = kernel.stdio[3] as Writable;
pipe.on("error", () => {});

// Jupyter signals the whole process group, so the kernel has had its own SIGINT; the pipe is for the case that it is deaf to it.
process.on("SIGINT", () => pipe.write("interrupt\n"));
process.on("SIGTERM", () => kernel.kill("SIGTERM"));
kernel.on("exit", (code) => process.exit(code ?? 1));

// A server that was killed cannot end its kernels. It says in this variable that it is our parent.
if (process.env.JPY_PARENT_PID === String(server))
  setInterval(() => {
    if (process.ppid !== server) process.exit(1);
  }, parentCheckMs).unref();
