/** The command that runs and lints notebooks. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";

const cli = fileURLToPath(new URL("../../../lib/dist/cli/main.js", import.meta.url));
const fixture = fileURLToPath(new URL("../../fixtures/notebooks/names-and-counts.ipynb", import.meta.url));
const dir = mkdtempSync(join(tmpdir(), "leakloop-notebook-verb-"));
afterAll(() => rmSync(dir, { recursive: true }));

function notebook(...args: readonly string[]): { status: number | null; stdout: string; stderr: string } {
  const program = `require(${JSON.stringify(cli)}).main(["notebook", ...process.argv.slice(1)])`;
  return spawnSync(process.execPath, ["-e", program, "--", ...args], { cwd: dir, encoding: "utf8" });
}

test("a missing file, a file that is no notebook, and --lint with --write are refused with one sentence and exit code 2", () => {
  writeFileSync(join(dir, "notes.ipynb"), "# notes");
  expect(notebook("lesson.ipynb")).toMatchObject({
    status: 2,
    stderr: expect.stringMatching(/^Cannot read .*\n$/),
  });
  expect(notebook("notes.ipynb")).toMatchObject({
    status: 2,
    stderr: expect.stringMatching(/not JSON.*\n$/),
  });
  expect(notebook("--lint", "--write")).toMatchObject({
    status: 2,
    stderr: expect.stringMatching(/^--lint.*\n$/),
  });
});

test("--lint runs nothing and names rule and cell", () => {
  const { status, stdout } = notebook("--lint", fixture);
  expect(status).toBe(1);
  expect(stdout).toContain(
    "  cell 1: The first cell does not give the question that the notebook answers. Add it. (first-cell)\n",
  );
});

test("a stored output that is not reproduced exits with 1 and is shown; --write stores what the run gave", () => {
  const stored = readFileSync(fixture, "utf8");
  const file = join(dir, "changed.ipynb");
  writeFileSync(file, stored.replace("2 names", "3 names"));
  expect(notebook("changed.ipynb")).toMatchObject({
    status: 1,
    stdout: 'changed.ipynb:\n  cell 2: stored "3 names", run gave "2 names"\n',
  });
  expect(notebook("changed.ipynb", "--write")).toMatchObject({
    status: 0,
    stdout: "changed.ipynb: stored, 1 changed\n",
  });
  expect(readFileSync(file, "utf8")).toBe(stored);
});
