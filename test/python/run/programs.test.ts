import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import type { PythonFound } from "../../../lib/dist/cpython/find-python";
import { runPython } from "../../../lib/dist/python/python";
import { pythons } from "../objects/same-as-cpython";

const folder = fileURLToPath(new URL("programs", import.meta.url));

/** By the program that shows it. */
const claims = {
  "argument-binding": "arguments are bound to parameters, or refused with CPython's message",
  generators: "generators step, delegate, take exceptions and give results as in CPython",
  "generator-ends": "a generator that ends early releases what it holds when and in the order CPython does",
  "frames-of-generators":
    "a frame object of a generator shows its variables, and keeps them as long as CPython does",
  exceptions: "exceptions find their handlers, with context, cause and traceback",
  "closures-frames-with": "cells, frames and context managers behave as in CPython",
  "reference-counts": "sys.getrefcount counts what a call holds, in every kind of call",
  "death-orders": "objects die in CPython's order, whatever ends their life",
  "recursion-and-caches":
    "recursion ends in RecursionError, and no cache of an instruction outlives its truth",
  "uncaught-with-cause": "an uncaught exception is written with what it came from",
  "uncaught-in-recursion": "repeated lines of a traceback are counted; finalizers' errors are written",
  "uncaught-class-of-its-own": "the class of an uncaught exception is named as the version names it",
  "exit-with-text": "sys.exit with a text writes it and fails",
} as const;

test("every program here has a claim", () => {
  expect(readdirSync(folder).sort()).toEqual(
    Object.keys(claims)
      .map((name) => `${name}.py`)
      .sort(),
  );
});

describe.each(pythons)("on $series", (python) => {
  test.each(Object.entries(claims))("%s: %s", (name) => {
    expect(simulate(python.series, name)).toEqual(real(python, name));
  });
});

interface Result {
  readonly out: string;
  readonly errors: string;
  readonly exitCode: number | null;
}

function real(python: PythonFound, name: string): Result {
  const options = { cwd: folder, encoding: "utf8", timeout: 20_000 } as const;
  const { status, stderr, stdout } = spawnSync(python.path, ["-I", "-S", `${name}.py`], options);
  return { out: stdout, errors: comparable(stderr), exitCode: status };
}

function simulate(profile: string, name: string): Result {
  let out = "";
  let errors = "";
  const { exitCode } = runPython(readFileSync(`${folder}/${name}.py`, "utf8"), {
    profile,
    file: `${name}.py`,
    write: (text) => {
      out += text;
    },
    writeError: (text) => {
      errors += text;
    },
  });
  return { out, errors: comparable(errors), exitCode };
}

/** Without addresses, folders and the carets that newer versions put under a line. */
function comparable(errors: string): string {
  return errors
    .replaceAll(`${folder}/`, "")
    .replace(/0x[0-9a-f]+/g, "0x")
    .replace(/^ *[\^~][\^~ ]*\n/gm, "");
}
