/** The client, on the real kernel. */
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ExecuteResult, KernelClient } from "../../lib/dist/notebook/kernel-client";
import { newConnectionInfo } from "../../lib/dist/notebook/kernel-connection";
import { stockLauncher } from "../../lib/dist/notebook/kernel-process";

const clientModule = require.resolve("../../lib/dist/notebook/kernel-client.js");
let dir = "";
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), "leakloop-kernel-test-"));
});
afterAll(() => rmSync(dir, { recursive: true }));

/** A launcher that only differs from tslab's own in its name, by which its processes can be found. */
function namedLauncher(name: string): string {
  const file = join(dir, `${name}.cjs`);
  writeFileSync(file, `require(${JSON.stringify(stockLauncher)});\n`);
  return file;
}

/** How many processes have this in their command line. */
function processesNaming(text: string): number {
  const lines = execFileSync("ps", ["-eo", "args"], { encoding: "utf8", maxBuffer: 1e8 }).split("\n");
  return lines.filter((line) => line.includes(text)).length;
}

async function until(claim: () => boolean): Promise<boolean> {
  for (let tries = 0; tries < 100 && !claim(); tries++) await delay(50);
  return claim();
}

function printed({ messages }: ExecuteResult): string {
  return messages.map(({ content }) => content.text ?? "").join("");
}

describe("one kernel", () => {
  let kernel: KernelClient;
  const launcher = (): string => namedLauncher("one-kernel");
  beforeAll(async () => {
    kernel = await KernelClient.start({ cwd: dir, launcher: launcher() });
  });
  afterAll(() => kernel.shutdown());
  const run = (source: string, timeoutMs = 20_000): Promise<ExecuteResult> =>
    kernel.execute(source, { timeoutMs });

  test("a cell's value is published, and the next cell sees its names", async () => {
    expect(printed(await run("const a = 6; a"))).toBe("6\n");
    expect(printed(await run("a * 7"))).toBe("42\n");
  });

  test("a cell right after a failure runs: it does not fall into the time in which tslab aborts everything", async () => {
    const failed = await run("throw new RangeError('too far')");
    expect(failed.status).toBe("error");
    expect(printed(failed)).toContain("RangeError: too far");
    expect(await run("1")).toMatchObject({ status: "ok" });
  });

  test("what a timer prints after its cell had ended is still heard, and marked late", async () => {
    const result = await run("setTimeout(() => console.log('tick'), 20); 'now'");
    expect(await until(() => result.messages.length === 2)).toBe(true);
    expect(result.messages.map(({ late, content }) => [late, content.text])).toEqual([
      [false, "now\n"],
      [true, "tick\n"],
    ]);
  });

  test("an endless loop is given up after the time limit; an interrupt ends it and keeps the names", async () => {
    await run("const kept = 'kept'");
    expect(await run("while (true) {}", 300)).toMatchObject({ status: "timed-out" });
    kernel.interrupt();
    await delay(400);
    expect(printed(await run("kept"))).toBe("kept\n");
  });

  test("after a shutdown no process is left, and a cell finds the kernel gone", async () => {
    expect(processesNaming(launcher())).toBeGreaterThan(0);
    await kernel.shutdown();
    expect(processesNaming(launcher())).toBe(0);
    expect(await run("1")).toEqual({ status: "died", messages: [] });
  });
});

test("a port that somebody else took costs one more start, not the kernel", async () => {
  const taken = await listen();
  const { port } = taken.address() as { port: number };
  const infos = [{ ...(await newConnectionInfo()), shell_port: port }, await newConnectionInfo()];
  const connectionInfo = async () => infos.shift() ?? newConnectionInfo();
  const kernel = await KernelClient.start({ cwd: dir, connectionInfo });
  expect(infos).toEqual([]);
  await kernel.shutdown();
  taken.close();
});

test("a kernel that ends at once says why", async () => {
  const launcher = join(dir, "broken.cjs");
  writeFileSync(launcher, "throw new Error('no tslab here')");
  await expect(KernelClient.start({ cwd: dir, launcher })).rejects.toThrow(
    /did not start: it ended at once[\s\S]*no tslab here/,
  );
});

test("when the client's process is killed, its kernel goes too, even in an endless loop after an await", async () => {
  const launcher = namedLauncher("orphan");
  const program = `
    require(${JSON.stringify(clientModule)}).KernelClient.start(${JSON.stringify({ cwd: dir, launcher })}).then((kernel) => {
      kernel.execute("await null; while (true) {}", { timeoutMs: 60_000 });
      setTimeout(() => console.log("looping"), 500);
    });`;
  const client = spawn(process.execPath, ["-e", program], { stdio: ["ignore", "pipe", "inherit"] });
  await new Promise((heard) => client.stdout.once("data", heard));
  expect(processesNaming(`${launcher} kernel`)).toBeGreaterThan(0);
  client.kill("SIGKILL");
  expect(await until(() => processesNaming(`${launcher} kernel`) === 0)).toBe(true);
});

function listen(): Promise<Server> {
  return new Promise((listening) => {
    const server = createServer().listen(0, "127.0.0.1", () => listening(server));
  });
}
