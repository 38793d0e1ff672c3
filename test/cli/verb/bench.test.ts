import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { findPythons } from "../../../lib/cpython/find-python";
import { scratchFolder } from "../../grader/scratch-folder";

const main = join(resolve(__dirname, "../../.."), "lib/dist/cli/main.js");

function bench(...argv: string[]): { status: number | null; stdout: string; stderr: string } {
  const code = `require(${JSON.stringify(main)}).main(process.argv.slice(1))`;
  return spawnSync(process.execPath, ["-e", code, "bench", ...argv], { cwd: dir, encoding: "utf8" });
}

const dir = scratchFolder({ "folder/": "" });
const small = ["--iterations", "20000", "--objects", "2000", "--turns", "1"];
const found = findPythons().some(({ series }) => series === "3.13");

test.runIf(found)("bench compares, draws the report, and exits with 1 when a gate is missed", () => {
  const gates = ["--gate-object-bytes", "1", "--gate-collection", "1000", "--gate", "0.001"];
  const report = ["--report", "scale.svg", "--largest", "2000", "--longest", "2000"];
  const { status, stdout, stderr } = bench("--python", "3.13", ...small, ...gates, ...report);
  expect(stderr).toBe("");
  expect(stdout).toMatch(/^profile 3\.13 beside CPython 3\.13\.\d+ +simulated +real +ratio\n/);
  expect(stdout).toMatch(/\n {2}random graph: full collection, an object +\d+ ns +\d+ ns +[\d.]+ x\n/);
  expect(stdout).toMatch(/ an object may take 1 bytes, and less than the real [\d.]+; found [\d.]+\.\n$/);
  expect(stdout).not.toContain("must be");
  expect(status).toBe(1);
  expect(readFileSync(join(dir, "scale.svg"), "utf8")).toMatch(/^<svg/);
});

test.runIf(found)("a report that cannot be written is refused before the work", () => {
  const { status, stdout, stderr } = bench("--python", "3.13", "--report", "folder");
  expect([status, stdout, stderr]).toEqual([2, "", "Cannot write the report to folder: it is a folder.\n"]);
});

test("a gate that is no number is refused", () => {
  const { status, stderr } = bench("--gate-collection", "fast");
  expect(stderr).toBe('--gate-collection must be a number above 0, for example 1; found "fast".\n');
  expect(status).toBe(2);
});
