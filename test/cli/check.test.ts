/** `leakloop check` and `leakloop hint`, as processes. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { ledger, solution } from "../exercise/answers";

const dir = mkdtempSync(join(tmpdir(), "leakloop-exercise-"));
afterAll(() => rmSync(dir, { recursive: true }));

const main = require.resolve("../../lib/dist/cli/main.js");
const mistake = (name: string): string => join(ledger.dir, "mistakes", `${name}.ts`);

/** Run the command line with a progress of its own. */
function leakloop(...argv: string[]): {
  readonly exit: number | null;
  readonly out: string;
  readonly err: string;
} {
  const program = `require(${JSON.stringify(main)}).main(process.argv.slice(1))`;
  const env = { ...process.env, LEAKLOOP_STATE_DIR: dir };
  const run = spawnSync(process.execPath, ["-e", program, "--", ...argv], { env, encoding: "utf8" });
  return { exit: run.status, out: run.stdout, err: run.stderr };
}

test("a right answer passes with exit code 0", () => {
  const { exit, out, err } = leakloop("check", "01-ledger", "--from", join(ledger.dir, "solution.ts"));
  expect({ exit, err }).toEqual({ exit: 0, err: "" });
  expect(out).toBe(`01-ledger  A ledger of references
answer: solution.ts
  ✓ a second name for an object makes its count 2
  ✓ rebinding the only name of an object deallocates it
  ✓ del takes a name away, and the object goes with its last name
  ✓ the log has every step in order
visible 4/4 · hidden checks run at grading
next: done here; on to the next exercise.
`);
});

test("a starter reads as not started, not as a crash", () => {
  const starter = join(dir, "starter.ts");
  writeFileSync(
    starter,
    solution.replace(/\n {2}const (count|old|object) = /g, '\n  throw new Error("TODO: this");$&'),
  );
  const { exit, out } = leakloop("check", "01-ledger", "--from", starter);
  expect(exit).toBe(1);
  expect(out).toContain("  · a second name for an object makes its count 2\n");
  expect(out).toContain("next: not started yet. Replace the first TODO in starter.ts.");
  expect(out).not.toMatch(/✗|Error/);
});

test("a wrong answer in a saved notebook is told what it did, with exit code 1", () => {
  const source = solution
    .replace(/^export /gm, "")
    .replace("ledger.log.push(`decref", "ledger.log.push(`dcref");
  const cell = { cell_type: "code", source: `// @exercise 01-ledger\n${source}` };
  writeFileSync(join(dir, "mine.ipynb"), JSON.stringify({ cells: [cell] }));
  const { exit, out } = leakloop("check", "01-ledger", "--from", join(dir, "mine.ipynb"));
  expect(exit).toBe(1);
  expect(out).toContain(`answer: the cell "// @exercise 01-ledger" in mine.ipynb
  ✓ a second name for an object makes its count 2
`);
  expect(out).toContain(`  ✗ the log has every step in order
      the last decref has its own line, before the dealloc that it leads to
      call        run("a = cart", "b = a", "del a", "del b").log
      expected    ["incref cart 1", "incref cart 2", "decref cart 1", "decref cart 0", "dealloc cart"]
      actual      ["incref cart 1", "incref cart 2", "dcref cart 1", "dcref cart 0", "dealloc cart"]
      difference  at [2]: expected "decref cart 1", found "dcref cart 1"
visible 3/4 · hidden checks run at grading
next: change your answer and check again. A hint: npm run hint 01-ledger
`);
});

test.each([
  [["check", "01-ledgr"], 'There is no exercise "01-ledgr". Did you mean "01-ledger"?'],
  [["hint", "ledger"], 'There is no exercise "ledger". Did you mean "01-ledger"?'],
  [["hint"], "hint needs the name of one exercise, as in: npm run hint 01-ledger"],
  [
    ["check", "01-ledger", "--from", "none.ts"],
    '"none.ts" could not be read: there is no such file or folder. --from needs a .ts or .ipynb file.',
  ],
])("wrong use is one sentence and exit code 2: %o", (argv, message) => {
  expect(leakloop(...argv)).toEqual({ exit: 2, out: "", err: `${message}\n` });
});

test("a notebook that is not one, or has no answer, is one sentence and exit code 2", () => {
  const notebook = join(dir, "other.ipynb");
  writeFileSync(notebook, "<<<<<<< HEAD");
  expect(leakloop("check", "01-ledger", "--from", notebook)).toMatchObject({
    exit: 2,
    err: "other.ipynb is not a notebook: a notebook is a JSON file, and this one is not JSON.\n",
  });
  writeFileSync(notebook, '{"cells":[]}');
  expect(leakloop("check", "01-ledger", "--from", notebook).err).toMatch(
    /^other.ipynb has no answer to 01-ledger: /,
  );
});

test("hints come one at a time, and the third after two checks that did not pass", () => {
  const fresh = mkdtempSync(join(dir, "fresh-"));
  const hint = (): string => {
    const program = `require(${JSON.stringify(main)}).main(["hint", "01-ledger"])`;
    const env = { ...process.env, LEAKLOOP_STATE_DIR: fresh };
    return spawnSync(process.execPath, ["-e", program], { env, encoding: "utf8" }).stdout;
  };
  expect(hint()).toBe(`01-ledger, hint 1 of 3\n\n${ledger.hints[0]}\n`);
  expect(hint()).toBe(`01-ledger, hint 2 of 3\n\n${ledger.hints[1]}\n`);
  expect(hint()).toMatch(
    /^The third hint is nearly the solution. It opens after two checks that did not pass/,
  );
  writeFileSync(join(fresh, "progress.json"), '{"01-ledger":{"failedChecks":2,"hintsShown":2}}');
  expect(hint()).toBe(`01-ledger, hint 3 of 3\n\n${ledger.hints[2]}\n`);
});

test("each check that does not pass is counted for the third hint", () => {
  const env = { ...process.env, LEAKLOOP_STATE_DIR: mkdtempSync(join(dir, "counted-")) };
  const run = (...argv: string[]): string => {
    const program = `require(${JSON.stringify(main)}).main(${JSON.stringify(argv)})`;
    return spawnSync(process.execPath, ["-e", program], { env, encoding: "utf8" }).stdout;
  };
  run("hint", "01-ledger");
  run("hint", "01-ledger");
  run("check", "01-ledger", "--from", mistake("del-deallocates"));
  expect(run("hint", "01-ledger")).toMatch(/opens after one more check that did not pass/);
  run("check", "01-ledger", "--from", mistake("del-deallocates"));
  expect(run("hint", "01-ledger")).toContain("hint 3 of 3");
});
