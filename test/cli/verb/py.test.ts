/** `leakloop py`: a Python file from the command line. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";
import { ARTICLE_LISTING } from "../../python/listing";

const main = fileURLToPath(new URL("../../../lib/cli/leakloop.cjs", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "leakloop-py-"));

afterAll(() => rmSync(folder, { recursive: true }));

test("standard output and exit code are the program's, and nothing else", () => {
  expect(py("print('a')\nimport sys\nsys.exit(3)\n")).toMatchObject({ stdout: "a\n", stderr: "", status: 3 });
});

test("an uncaught exception ends with a traceback and exit code 1", () => {
  const { status, stderr } = py("def f():\n    return 1 / 0\nf()\n");
  expect(status).toBe(1);
  expect(stderr).toMatch(
    /^Traceback \(most recent call last\):\n {2}File ".*program\.py", line 3, in <module>\n/,
  );
  expect(stderr).toMatch(/line 2, in f\n[\s\S]*ZeroDivisionError: division by zero\n$/);
});

test("a construct outside of the subset is refused before the program starts", () => {
  const { status, stderr, stdout } = py("print('no')\nasync def f(): pass\n");
  expect([status, stdout]).toEqual([2, ""]);
  expect(stderr).toMatch(/^NotSupported: .* at line 2, column 1 /);
});

test("the article's listing runs as it stands, and its story says that it leaks nothing", () => {
  const { status, stderr, stdout } = py(ARTICLE_LISTING, "--story", "--passes", "3000", "--python", "3.11");
  expect(status).toBe(0);
  expect(stdout.split("\n")).toHaveLength(6001);
  expect(stdout.split("\n")[0]).toMatch(/^object with <__main__\.Leak object at 0x[0-9a-f]{12}> was born$/);
  expect(stderr).toMatch(/Memory story of .*program\.py: simulated, CPython 3\.11/);
  expect(stderr).toContain("It leaks nothing: ");
});

test("a story can be written to a file", () => {
  const file = join(folder, "story.txt");
  expect(py("x = 1\n", "--story-to", file)).toMatchObject({ status: 0, stderr: "" });
  expect(readFileSync(file, "utf8")).toMatch(/^Memory story of /);
});

test("what is no Python is refused in a sentence", () => {
  writeFileSync(join(folder, "binary.py"), Buffer.from([0, 159, 146, 150, 0]));
  expect(run([join(folder, "binary.py")]).status).toBe(1);
  expect(run([join(folder, "missing.py")])).toMatchObject({ status: 2, stdout: "" });
  expect(run([]).stderr).toMatch(/runs one file/);
  expect(run([join(folder, "program.py"), "--python", "2.7"]).stderr).toMatch(
    /no profile for CPython "2\.7"/,
  );
});

function py(source: string, ...options: string[]) {
  const file = join(folder, "program.py");
  writeFileSync(file, source);
  return run([file, ...options]);
}

function run(args: readonly string[]) {
  const { status, stderr, stdout } = spawnSync(process.execPath, [main, "py", ...args], { encoding: "utf8" });
  return { status, stderr, stdout };
}
