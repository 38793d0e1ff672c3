/** A running JupyterLab: started with the project's settings, asked until it answers, ended as a whole. */

import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { closeSync, openSync, readFileSync } from "node:fs";
import { get } from "node:http";
import { setTimeout as delay } from "node:timers/promises";
import { jupyterEnvironment } from "./environment";
import type { JupyterCommand } from "./jupyter-command";
import type { JupyterHome } from "./jupyter-home";
import { writeSettings } from "./write-settings";

/** What to serve, and where. */
export interface LabOptions {
  /** The folder that the file browser shows. */
  readonly root: string;
  readonly port: number;
  /** The notebook to open, below `root`; none shows JupyterLab's launcher. */
  readonly notebook?: string;
  /** Open the person's browser? */
  readonly openBrowser: boolean;
  /** Further arguments of `jupyter lab`. */
  readonly args?: readonly string[];
}

/** A server that answers. */
export interface LabServer {
  /** The address to open, with the token that lets a browser in. */
  readonly url: string;
  /** Settles when the server has ended, for whatever reason. */
  readonly ended: Promise<void>;
  /** End the server and its kernels; killed when it takes longer than 5 s. */
  stop(): Promise<void>;
}

const startTimeoutMs = 120_000;
const pollMs = 40;
const stopTimeoutMs = 5000;

/**
 * Start JupyterLab and wait until it serves.
 *
 * @param home - Its settings are written first.
 * @throws {Error} When it ends, or does not answer in 2 minutes: the last it said, and where the rest is.
 */
export async function startLab(
  command: JupyterCommand,
  home: JupyterHome,
  options: LabOptions,
): Promise<LabServer> {
  writeSettings(home, options.root);
  const token = randomBytes(24).toString("hex");
  const server = spawnServer(command, home, options, token);
  const ended = new Promise<void>((settle) => {
    server.once("error", () => settle());
    server.once("exit", () => settle());
  });
  const stop = (): Promise<void> => stopServer(server, ended);
  const outcome = await untilServing(options.port, token, ended);
  if (outcome === "serves") {
    const path = options.notebook === undefined ? "/lab" : `/lab/tree/${encodeURI(options.notebook)}`;
    return { url: `http://127.0.0.1:${options.port}${path}?token=${token}`, ended, stop };
  }
  await stop();
  throw new Error(
    `${command.title} ${outcome}. It said last:\n${lastLines(home.log)}\nAll that it said is in ${home.log}.`,
  );
}

function spawnServer(
  command: JupyterCommand,
  home: JupyterHome,
  options: LabOptions,
  token: string,
): ChildProcess {
  const args = [
    ...command.args,
    ...(options.notebook === undefined ? [] : [options.notebook]),
    `--ServerApp.port=${options.port}`,
    `--ServerApp.open_browser=${options.openBrowser ? "True" : "False"}`,
    // The settings of a checkout that was moved, or is served from two folders, must not win.
    `--ServerApp.root_dir=${options.root}`,
    ...(process.getuid?.() === 0 ? ["--allow-root"] : []),
    ...(options.args ?? []),
  ];
  const log = openSync(home.log, "w");
  // In a process group of its own: Ctrl-C in the terminal is for us, and we end the server without a question.
  const server = spawn(command.program, args, {
    cwd: options.root,
    detached: process.platform !== "win32",
    // The token is in the environment because every user of the machine can read a command line.
    env: { ...jupyterEnvironment(home), JUPYTER_TOKEN: token, LEAKLOOP_HOLDS_STDIN: "1" },
    stdio: ["pipe", log, log],
    windowsHide: true,
  });
  closeSync(log);
  return server;
}

type Outcome = "serves" | "ended at once" | "gave no answer in two minutes";

async function untilServing(port: number, token: string, ended: Promise<void>): Promise<Outcome> {
  let running = true;
  ended.then(() => {
    running = false;
  });
  const deadline = Date.now() + startTimeoutMs;
  while (running && Date.now() < deadline) {
    if (await answers(port, token)) return "serves";
    await Promise.race([delay(pollMs), ended]);
  }
  return running ? "gave no answer in two minutes" : "ended at once";
}

/** Does a server answer that knows the token? Another one may have taken the port. */
function answers(port: number, token: string): Promise<boolean> {
  return new Promise((decided) => {
    const path = `/api/status?token=${token}`;
    const request = get({ host: "127.0.0.1", port, path, agent: false }, (response) => {
      response.resume();
      decided(response.statusCode === 200);
    });
    request.once("error", () => decided(false));
  });
}

async function stopServer(server: ChildProcess, ended: Promise<void>): Promise<void> {
  server.kill("SIGTERM");
  const late = setTimeout(() => server.kill("SIGKILL"), stopTimeoutMs);
  await ended;
  clearTimeout(late);
}

function lastLines(file: string): string {
  return readFileSync(file, "utf8").trimEnd().split("\n").slice(-5).join("\n");
}
