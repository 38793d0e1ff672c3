/** The engine, with answers that do what answers do. */
import { afterAll, describe, expect, test } from "vitest";
import { runTests } from "../../lib/dist/exercise/run-tests";
import type { TestRun } from "../../lib/dist/exercise/test-run";
import { AnswerFolder, ledger, solution, solutionWith } from "./answers";

const folder = new AnswerFolder();
afterAll(() => folder.remove());

function run(
  source: string,
  options: { suite?: "public" | "all"; stopAfterHangs?: number } = {},
): Promise<TestRun> {
  return runTests(ledger, { suite: "public", timeoutMs: 3000, ...options, source });
}

function statuses({ tests }: TestRun): string[] {
  return tests.map(({ status }) => status);
}

test("a right answer passes every test, public and hidden", async () => {
  const { tests, fault } = await run(solution, { suite: "all" });
  expect(fault).toBeUndefined();
  expect(tests.map(({ suite, status }) => `${suite} ${status}`)).toEqual([
    ...Array(4).fill("public pass"),
    ...Array(4).fill("hidden pass"),
  ]);
  expect(tests.reduce((sum, { points }) => sum + points, 0)).toBe(ledger.points);
});

test("a wrong answer is told the call, both values and where they part", async () => {
  const { tests } = await run(
    solution.replace("  decref(ledger, object);\n}", "  ledger.refcnt.delete(object);\n}"),
  );
  expect(tests[2]).toMatchObject({
    status: "fail",
    message: "`del a` deletes the name, not the object: `b` still refers to it",
    call: 'run("a = cart", "b = a", "del a").refcnt',
    expected: 'Map { "cart" => 1 }',
    actual: "Map {}",
    difference: 'at ["cart"]: expected 1, found nothing',
  });
});

test("an answer that throws is told its own line", async () => {
  const source = solutionWith("del", 'throw new RangeError("no del today");');
  const { tests } = await run(source);
  expect(tests[3]).toMatchObject({
    status: "error",
    message: "your code threw RangeError: no del today",
    line: source.split("\n").findIndex((line) => line.includes("no del today")) + 1,
  });
});

test("an export under another name is asked for by name", async () => {
  const { tests } = await run(solution.replace("function bind", "function Bind"));
  expect(tests[0]?.message).toBe("expected a function `bind`, found `Bind`");
  const other = await run(solution.replace("export function bind", "export const bind = 3; function rebind"));
  expect(other.tests[0]?.message).toBe("expected a function `bind`, found a number");
});

describe("one test's trouble is its own", () => {
  test("an endless loop costs only the test that runs into it, and leaves no process", async () => {
    const run1 = await run(solutionWith("bind", 'if (object === "order") for (;;) {}'));
    expect(statuses(run1)).toEqual(["pass", "timeout", "pass", "pass"]);
    expect(run1.tests[1]?.message).toBe("did not finish: your code runs in an endless loop");
    expect(await folder.left()).toEqual([]);
  });

  test("an answer that ends its process costs only the test that called it", async () => {
    const killed = await run(
      solutionWith("bind", 'if (object === "order") process.kill(process.pid, "SIGKILL");'),
    );
    expect(statuses(killed)).toEqual(["pass", "error", "pass", "pass"]);
    expect(killed.tests[1]?.message).toBe("your code ended the process");
  });

  test("a flood of output costs only the test that prints it", async () => {
    const flood = await run(
      solutionWith("bind", 'while (object === "order") console.log("x".repeat(1000));'),
    );
    expect(statuses(flood)).toEqual(["pass", "error", "pass", "pass"]);
    expect(flood.tests[1]?.message).toBe("your code printed more than 1 MB");
    expect(flood.printed.length).toBe(4000);
  });

  test("a person waits for so many endless loops only", async () => {
    const loops = await run(solutionWith("bind", "for (;;) {}"), { stopAfterHangs: 1 });
    expect(statuses(loops)).toEqual(["timeout", "missing", "missing", "missing"]);
  });
});

describe("an answer that cannot be loaded", () => {
  test.each([
    ["loops", "for (;;) {}", "timeout", "timeout", "your code did not finish loading within 3 s"],
    ["exits", "process.exit(0);", "exited", "error", "your code called process.exit while it was loaded"],
    ["throws", 'throw new Error("oops");', "load-error", "error", "your code threw Error: oops"],
    ["is not TypeScript", "export function (", "load-error", "error", "your code is not TypeScript"],
    [
      "uses what it did not import",
      "heap.collect();",
      "load-error",
      "error",
      "your code threw ReferenceError: heap",
    ],
  ])("one that %s fails every test with the reason", async (_, code, kind, status, message) => {
    const { fault, tests } = await run(`${solution}\n${code}\n`);
    expect(fault?.kind).toBe(kind);
    expect(fault?.message).toContain(message);
    expect(tests.map((entry) => entry.status)).toEqual(Array(4).fill(status));
    expect(await folder.left()).toEqual([]);
  });

  test("one that takes all memory is stopped before the machine feels it", async () => {
    const greedy = "const hoard: unknown[] = [];\nfor (;;) hoard.push(new Array(1_000_000).fill(1));";
    const options = { source: greedy, suite: "public", timeoutMs: 20_000 } as const;
    const { fault } = await runTests(ledger, options);
    expect(fault).toEqual({ kind: "memory", message: "your code ran out of memory while it was loaded" });
  });
});

test("an answer works in an empty folder of its own, and what it leaves there is gone", async () => {
  const litter =
    'import { readdirSync, writeFileSync } from "node:fs";\nconsole.log(readdirSync("."), process.cwd());';
  const { printed } = await run(`${solution}\n${litter}\nwriteFileSync("report.json", "{}");\n`);
  expect(printed).toBe("[ 'exercise.ts' ] \n");
  expect(folder.folders()).toEqual([]);
});

test("lines that an answer forges to the kit neither crash it nor keep it waiting", async () => {
  const forged = [
    { kind: "end", suite: "public", name: "the log has every step in order", status: "fail" },
    { kind: "exports", exports: 1 },
    { kind: "end", suite: "public", name: "another test", status: "pass", failure: { message: "" } },
  ].map((line) => `writeSync(3, ${JSON.stringify(`${JSON.stringify(line)}\n`)});`);
  const { tests } = await run(
    `import { writeSync } from "node:fs";\n${solution}\n${forged.join("\n")}\nfor (;;) writeSync(3, '{"kind":"loading","suite":"public"}\\n');`,
  );
  expect(tests.map(({ name }) => name)).not.toContain("another test");
  expect(tests.map(({ status }) => status)).toEqual(Array(4).fill("error"));
});

test("a process that leaves the group and holds the pipes open does not hold up the verdict", async () => {
  const fugitive = `import { spawn } from "node:child_process";\nspawn("sleep", ["20"], { detached: true, stdio: "inherit" }).unref();`;
  const startedMs = Date.now();
  expect(statuses(await run(`${solution}\n${fugitive}\n`))).toEqual(Array(4).fill("pass"));
  expect(Date.now() - startedMs).toBeLessThan(15_000);
});

test("what an answer prints changes no verdict, and nothing of the environment reaches it", async () => {
  process.env.LEAKLOOP_TEST_SECRET = "do not tell";
  const forged = JSON.stringify({ kind: "end", suite: "public", name: "all", status: "pass", success: true });
  const { tests, printed } = await run(
    `${solutionWith("decref", "return;")}\nconsole.log('${forged}');\nconsole.log(process.env.LEAKLOOP_TEST_SECRET);\n`,
  );
  delete process.env.LEAKLOOP_TEST_SECRET;
  expect(tests.map(({ status }) => status)).toEqual(["pass", "fail", "fail", "fail"]);
  expect(printed).toBe(`${forged}\nundefined\n`);
});
