/** The launcher, on the real kernel. */
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ExecuteResult, KernelClient } from "../../lib/dist/notebook/kernel-client";
import { newConnectionInfo } from "../../lib/dist/notebook/kernel-connection";
import { launcher } from "../../lib/notebook/jupyter/kernel-spec";

let dir = "";
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), "leakloop-launcher-test-"));
});
afterAll(() => rmSync(dir, { recursive: true }));

/** What a cell published: `error` messages by their traceback, streams by their text. */
function published({ messages }: ExecuteResult): string[][] {
  return messages.map(({ type, content }) =>
    type === "error" ? (content.traceback as string[]) : [String(content.name), String(content.text)],
  );
}

async function until(claim: () => boolean): Promise<boolean> {
  for (let tries = 0; tries < 120 && !claim(); tries++) await delay(50);
  return claim();
}

describe("one kernel", () => {
  let kernel: KernelClient;
  beforeAll(async () => {
    kernel = await KernelClient.start({ cwd: dir, launcher });
  });
  afterAll(() => kernel.shutdown());
  const run = (source: string): Promise<ExecuteResult> => kernel.execute(source, { timeoutMs: 20_000 });

  test("a failure is one error message with the learner's own line, and nothing else", async () => {
    const failed = await run("const limit = 3;\n\n  JSON.parse('{');");
    expect(failed.status).toBe("error");
    expect(failed.messages).toMatchObject([{ type: "error", content: { ename: "SyntaxError" } }]);
    expect(published(failed)[0]?.slice(1)).toEqual(["  line 3:  JSON.parse('{');", "                ^"]);
  });

  test("a failure in a function of an earlier cell names that cell by its prompt", async () => {
    await run(
      "interface Box { size: number }\nfunction open(box: Box): never {\n  throw new RangeError(box.size + '');\n}",
    );
    const [lines] = published(await run("\nopen({ size: 7 });"));
    expect(lines?.map((line) => line.replace(/cell \[\d+\]/, "cell [n]"))).toEqual([
      "RangeError: 7",
      "  cell [n], line 3:  throw new RangeError(box.size + '');",
      "                           ^",
      "  line 2:  open({ size: 7 });",
      "           ^",
    ]);
  });

  test("all messages of the compiler about a cell are one error", async () => {
    expect(published(await run("const a: string = 5;\nconst b = missing;"))).toEqual([
      [
        "TypeScript: Type 'number' is not assignable to type 'string'.",
        "  line 1:  const a: string = 5;",
        "                 ^",
        "TypeScript: Cannot find name 'missing'.",
        "  line 2:  const b = missing;",
        "                     ^",
      ],
    ]);
  });

  test("a place that a recursion passes again and again is named once", async () => {
    const [lines] = published(
      await run(
        "function dive(n: number): number {\n  if (n > 9) throw new Error('deep');\n  return dive(n + 1);\n}\ndive(0);",
      ),
    );
    expect(lines?.filter((line) => line.includes("line"))).toEqual([
      "  line 2:  if (n > 9) throw new Error('deep');",
      "  line 3:  return dive(n + 1);",
      "  line 5:  dive(0);",
    ]);
  });

  test("the cause of an error is told after it", async () => {
    const [lines] = published(await run("throw new Error('outer', { cause: new TypeError('inner') });"));
    expect(lines?.filter((line) => line.includes("Error:"))).toEqual([
      "Error: outer",
      "Caused by TypeError: inner",
    ]);
  });

  test("something thrown that is no Error is shown as it is", async () => {
    expect(published(await run("throw { code: 3 };"))).toEqual([["Thrown: { code: 3 }"]]);
  });

  test("what a cell prints with console.error stays on standard error", async () => {
    expect(published(await run("console.error('careful')"))).toEqual([["stderr", "careful\n"]]);
  });

  test("a failure after its cell, in a promise that nobody awaits, names the line too", async () => {
    const result = await run("void Promise.reject(new Error('late'));");
    await until(() => result.messages.length > 0);
    expect(published(result)).toEqual([
      [
        "stderr",
        `UnhandledPromiseRejection: Error: late\n  line 1:  void Promise.reject(new Error('late'));\n${" ".repeat(31)}^\n`,
      ],
    ]);
  });

  test("awaiting a bracket, which the kernel cannot, is explained", async () => {
    const [lines] = published(await run("await (async () => 5)()"));
    expect(lines?.at(-1)).toBe(
      "In a cell, give the promise a name and await that: const work = ...; await work;",
    );
  });

  test("requests that are waiting when a cell fails are aborted", async () => {
    const results = await Promise.all([run("throw new Error('stop')"), run("1"), run("2")]);
    expect(results.map(({ status }) => status)).toEqual(["error", "aborted", "aborted"]);
  });

  test("the library hears of every exercise cell, of one that fails as well", async () => {
    const [follow, answer] = ["kernel-cells", "cell-answer"].map((name) =>
      JSON.stringify(require.resolve(`../../lib/dist/exercise/${name}.js`)),
    );
    await run(`require(${follow}).followKernel();`);
    await run("// @exercise 01-ledger\nthrow new Error('unfinished')");
    expect(published(await run(`require(${answer}).lastCellFor("01-ledger")`))).toEqual([
      ["stdout", "// @exercise 01-ledger\nthrow new Error('unfinished')\n"],
    ]);
  });

  test
    .skipIf(process.platform === "win32")
    .each([
      "while (true) {}",
      "await new Promise((done) => setTimeout(done, 1));\nwhile (true) {}",
      "await new Promise((done) => setTimeout(done, 1));\nfor (;;) await null;",
      "await new Promise(() => {});",
    ])("Interrupt ends %j, and what earlier cells defined is kept", async (source) => {
    await run("const kept = 'kept';");
    const interrupted = run(source);
    await delay(700);
    kernel.interrupt();
    expect(published(await interrupted)).toEqual([
      ["Interrupted: this cell was stopped. What earlier cells defined is kept."],
    ]);
    expect(published(await run("kept"))).toEqual([["stdout", "kept\n"]]);
  });
});

describe.skipIf(process.platform === "win32")("the end of whoever started the kernel", () => {
  /** The processes with this text in their command line. */
  function naming(text: string): number[] {
    const lines = execFileSync("ps", ["-eo", "pid,args"], { encoding: "utf8" }).split("\n");
    return lines
      .filter((line) => line.includes(text) && !line.includes(" -e "))
      .map((line) => Number.parseInt(line, 10));
  }

  test("a Jupyter server that was killed leaves neither launcher nor kernel behind", async () => {
    const file = join(dir, "orphans.json");
    writeFileSync(file, JSON.stringify(await newConnectionInfo()));
    const asServer = `
      process.env.JPY_PARENT_PID = String(process.pid);
      require("node:child_process").spawn(process.execPath, ${JSON.stringify([launcher, "kernel", "--config-path", file])}, { detached: true });
      setInterval(() => {}, 1000);`;
    const server = spawn(process.execPath, ["-e", asServer], { stdio: "ignore" });
    expect(await until(() => naming(file).length === 2)).toBe(true);
    server.kill("SIGKILL");
    expect(await until(() => naming(file).length === 0)).toBe(true);
  });

  test("a launcher that was killed takes its kernel with it", async () => {
    const file = join(dir, "killed.json");
    writeFileSync(file, JSON.stringify(await newConnectionInfo()));
    const started = spawn(process.execPath, [launcher, "kernel", "--config-path", file], { stdio: "ignore" });
    expect(await until(() => naming(file).length === 2)).toBe(true);
    await delay(500);
    started.kill("SIGKILL");
    expect(await until(() => naming(file).length === 0)).toBe(true);
  });
});
