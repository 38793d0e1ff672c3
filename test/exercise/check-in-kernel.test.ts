/** `await check("01-ledger")` on the real kernel. */
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type ExecuteResult, KernelClient } from "../../lib/dist/notebook/kernel-client";
import { AnswerFolder, ledger, solution } from "./answers";

const folder = new AnswerFolder();
const checkModule = require.resolve("../../lib/dist/exercise/check.js");
let kernel: KernelClient;

beforeAll(async () => {
  // The kernel inherits it: no learner's progress is touched.
  process.env.LEAKLOOP_STATE_DIR = folder.path;
  kernel = await KernelClient.start({ cwd: folder.path });
  await run(`const { check } = require(${JSON.stringify(checkModule)});`);
});
afterAll(async () => {
  await kernel.shutdown();
  folder.remove();
});

function run(code: string): Promise<ExecuteResult> {
  return kernel.execute(code, { timeoutMs: 60_000 });
}

function shown({ messages }: ExecuteResult): string {
  return messages.map(({ content }) => content.text ?? "").join("");
}

/** A cell as a learner has it: the marker, and no export. */
function cell(source: string): string {
  return `// @exercise 01-ledger\n${source.replace(/^export /gm, "")}`;
}

test("without a cell the file is checked, and the verdict is all that the cell shows", async () => {
  const text = shown(await run('await check("01-ledger")'));
  expect(text).toMatch(/^01-ledger {2}A ledger of references\nanswer: exercises\/01-ledger\/exercise.ts\n/);
  expect(text).toMatch(/\nvisible \d\/4 · hidden checks run at grading\nnext: .*\n$/);
});

test("a cell that was run is the answer, and the one that was run last counts", async () => {
  await run(cell(readFileSync(`${ledger.dir}/mistakes/del-deallocates.ts`, "utf8")));
  const wrong = shown(await run('await check("01-ledger")'));
  expect(wrong).toContain('answer: the cell "// @exercise 01-ledger", as you last ran it\n');
  expect(wrong).toContain("visible 2/4 ");
  await run(cell(solution));
  const right = await run('const report = await check("01-ledger")\nreport.passed');
  expect(shown(right)).toBe("true\n");
});

test("the same cell twice shows the same text, and a type that does not fit is shown as one", async () => {
  const untyped = solution.replace("object: string): void {\n  const old", "object): void {\n  const old");
  await run(cell(untyped));
  const first = shown(await run('await check("01-ledger")'));
  expect(first).toContain("types that do not fit (line:column)\n");
  expect(first).toContain("Parameter 'object' implicitly has an 'any' type.\n");
  expect(shown(await run('await check("01-ledger")'))).toBe(first);
});

test("an interrupted check leaves the kernel alive and no process", async () => {
  await run(cell(folder.endless()));
  const endless = run('await check("01-ledger")');
  await folder.begun();
  kernel.interrupt();
  expect((await endless).status).toBe("error");
  expect(await folder.left()).toEqual([]);
  expect(shown(await run("6 * 7"))).toBe("42\n");
});

test("a kernel that is ended during a check takes the answer with it", async () => {
  const endless = run('await check("01-ledger")');
  await folder.begun();
  await kernel.kill();
  expect((await endless).status).toBe("died");
  expect(await folder.left()).toEqual([]);
});
