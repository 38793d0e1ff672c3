import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { findPythons } from "../../lib/cpython/find-python";

const scratch = mkdtempSync(join(tmpdir(), "leakloop-find-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const found = findPythons();
const [python] = found;

/** An environment in which nothing is found but what the test puts there. */
function bare(variables: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return { HOME: join(scratch, "home"), PATH: "", ...variables };
}

function folderNamed(name: string): string {
  const folder = join(scratch, name);
  mkdirSync(folder, { recursive: true });
  return folder;
}

function script(file: string, text: string): void {
  writeFileSync(file, `#!/bin/sh\n${text}\n`, { mode: 0o755 });
}

test("every CPython found is named by its own file, once, with a version from 3.8 on", () => {
  expect(new Set(found.map(({ path }) => path)).size).toBe(found.length);
  for (const { path, version, series } of found) {
    expect(realpathSync(path)).toBe(path);
    expect(version).toMatch(/^3\.\d+\.\d+/);
    expect(version.startsWith(series.replace("t", ""))).toBe(true);
    expect(Number(series.split(".")[1]?.replace("t", ""))).toBeGreaterThanOrEqual(8);
  }
});

test("CPythons are listed from the oldest version to the newest", () => {
  const minors = found.map(({ series }) => Number.parseInt(series.split(".")[1] ?? "", 10));
  expect(minors).toEqual([...minors].sort((a, b) => a - b));
});

test("a machine without Python gives an empty list", () => {
  expect(findPythons(bare({}))).toEqual([]);
  expect(findPythons(bare({ PATH: join(scratch, "no such folder") }))).toEqual([]);
});

test("LEAKLOOP_PYTHONS, when it is set, is the only place looked at", () => {
  const missing = join(scratch, "missing");
  expect(findPythons({ ...process.env, LEAKLOOP_PYTHONS: "" })).toEqual([]);
  expect(findPythons({ ...process.env, LEAKLOOP_PYTHONS: missing })).toEqual([]);
  if (python !== undefined) {
    const list = [missing, python.path, python.path].join(delimiter);
    expect(findPythons({ ...process.env, LEAKLOOP_PYTHONS: list })).toEqual([python]);
  }
});

test.skipIf(process.platform === "win32")("a program that only has the name of Python is passed over", () => {
  const folder = folderNamed("impostors");
  script(join(folder, "python"), "echo 'Python 3.13.0'");
  script(join(folder, "python3"), "exit 1");
  script(join(folder, "python3.12"), "kill -9 $$");
  writeFileSync(join(folder, "python3.11"), "not executable");
  expect(findPythons(bare({ PATH: folder }))).toEqual([]);
});

test.skipIf(python === undefined || process.platform === "win32")(
  "several names for one interpreter, and a script that starts it, count once",
  () => {
    const folder = folderNamed("links");
    for (const name of ["python", "python3", "python3.99"]) symlinkSync(python!.path, join(folder, name));
    const wrapped = folderNamed("wrapped");
    script(join(wrapped, "python3"), `exec '${python!.path}' "$@"`);
    expect(findPythons(bare({ PATH: [folder, wrapped].join(delimiter) }))).toEqual([python]);
  },
);

test.skipIf(python === undefined || process.platform === "win32")(
  "pyenv's versions are found from PYENV_ROOT, from ~/.pyenv and from the shims on the PATH, and no shim is run",
  () => {
    const root = folderNamed("home/.pyenv");
    const shims = folderNamed("home/.pyenv/shims");
    const bin = folderNamed("home/.pyenv/versions/3.99.0/bin");
    symlinkSync(python!.path, join(bin, "python"));
    script(join(shims, "python3"), `touch '${join(scratch, "shim ran")}'`);
    expect(findPythons(bare({}))).toEqual([python]);
    expect(findPythons({ HOME: scratch, PYENV_ROOT: root })).toEqual([python]);
    expect(findPythons({ HOME: scratch, PATH: shims })).toEqual([python]);
    expect(existsSync(join(scratch, "shim ran"))).toBe(false);
  },
);
