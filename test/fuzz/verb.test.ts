import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { findPythons } from "../../lib/cpython/find-python";

const main = require.resolve("../../lib/dist/cli/main.js");
const found = findPythons().map(({ series }) => series);

function fuzz(...argv: string[]): { status: number | null; stdout: string; stderr: string } {
  const program = `require(${JSON.stringify(main)}).main(process.argv.slice(1))`;
  return spawnSync(process.execPath, ["-e", program, "--", "fuzz", ...argv], { encoding: "utf8" });
}

test.runIf(found.includes("3.12"))(
  "fuzz tells how many programs differ, and exits with 0 when none does",
  () => {
    const { status, stdout, stderr } = fuzz("--python", "3.12", "--programs", "20", "--seed", "1");
    expect(stdout).toMatch(
      /^20 programs of 40 operations from seed 1 on CPython 3\.12\.\d+: 0 differ \(\d+ s\)\.\n$/,
    );
    expect(stderr).toMatch(/^20 of 20 programs, \d+ a second, about 0 s left\n$/);
    expect(status).toBe(0);
  },
);

test.runIf(found.includes("3.9"))("a version that is not simulated is refused", () => {
  const { status, stdout, stderr } = fuzz("--python", "3.9", "--programs", "1");
  expect([status, stdout]).toEqual([2, ""]);
  expect(stderr).toContain('"3.9"');
});

test("a number of programs that is none is refused", () => {
  const { status, stderr } = fuzz("--programs", "many");
  expect(stderr).toBe('--programs must be a whole number above 0, for example 1000; found "many".\n');
  expect(status).toBe(2);
});
