/** `npm start -- --no-browser`, from the command to a served page and to its end. */
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { afterEach, beforeEach, expect, test } from "vitest";
import { checkout } from "./workshop-copy";

let userHome = "";
let started: ChildProcess;
beforeEach(() => {
  userHome = mkdtempSync(join(tmpdir(), "leakloop-user-home-"));
});
afterEach(() => {
  started.kill("SIGKILL");
  rmSync(userHome, { recursive: true });
});

/** Start as a person with an empty home folder; settles with the address that is printed. */
function start(): Promise<string> {
  const commandLine = JSON.stringify(join(checkout, "lib/dist/cli/main.js"));
  started = spawn(process.execPath, ["-e", `require(${commandLine}).main(["start", "--no-browser"])`], {
    env: { ...process.env, HOME: userHome },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let said = "";
  return new Promise((found, failed) => {
    started.once("exit", () => failed(new Error(said)));
    started.stdout?.on("data", (chunk: Buffer) => {
      said += chunk;
      const address = /http:\S+/.exec(said)?.[0];
      if (address !== undefined) found(address);
    });
  });
}

const ended = (): Promise<unknown[]> =>
  new Promise((settle) => started.once("exit", (...how) => settle(how)));

/** The processes of Jupyter servers on this port. */
const servers = (port: string): string[] =>
  execFileSync("ps", ["-eo", "args"], { encoding: "utf8" })
    .split("\n")
    .filter((line) => line.includes(`--ServerApp.port=${port}`));

test("the printed address serves JupyterLab with the TypeScript kernel alone, and the user's home stays empty", async () => {
  const address = new URL(await start());
  const page = await fetch(address);
  expect(page.status).toBe(200);
  expect(await page.text()).toContain("jupyter-config-data");
  const kernels = await fetch(new URL(`/api/kernelspecs${address.search}`, address));
  expect(await kernels.json()).toMatchObject({ default: "tslab", kernelspecs: { tslab: {} } });
  expect((await fetch(new URL("/api/kernelspecs", address))).status).toBe(403);

  const end = ended();
  const before = performance.now();
  started.kill("SIGINT");
  expect(await end).toEqual([0, null]);
  expect(performance.now() - before).toBeLessThan(5000);
  expect(servers(address.port)).toEqual([]);
  expect(readdirSync(userHome)).toEqual([]);
});

test("a terminal that is closed, or npm start killed, leaves no server behind", async () => {
  const { port } = new URL(await start());
  started.kill("SIGKILL");
  for (let tries = 0; tries < 100 && servers(port).length > 0; tries++) await delay(50);
  expect(servers(port)).toEqual([]);
});
