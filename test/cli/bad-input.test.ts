/** What the command line says to wrong use: one sentence and an exit code, never a stack trace. */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { scratchFolder } from "../grader/scratch-folder";

const main = require.resolve("../../lib/dist/cli/main.js");
const dir = scratchFolder({
  file: "",
  "not-text.ts": new Uint8Array([0xff, 0xfe, 0]),
  "not-json.ipynb": "<<<<<<< HEAD",
  "website/index.html": "mine",
  "class/ana/": "",
});

/** Run the command line in a folder outside the checkout. */
function leakloop(argv: readonly string[], env: NodeJS.ProcessEnv = {}): ReturnType<typeof spawnSync> {
  const program = `require(${JSON.stringify(main)}).main(process.argv.slice(1))`;
  return spawnSync(process.execPath, ["-e", program, "--", ...argv], {
    cwd: dir,
    env: { ...process.env, LEAKLOOP_STATE_DIR: join(dir, "state"), ...env },
    encoding: "utf8",
  });
}

test.each([
  [["chek"], 'leakloop has no verb "chek". Did you mean "check"?'],
  [["zzzzzzzzz"], 'leakloop has no verb "zzzzzzzzz". There are: bench, check, '],
  [["check", "01-ledger", "--form", "x"], "check has no option --form. Did you mean --from? "],
  [["measure", "--iterations", "-5"], "--iterations needs a value; one that begins with a dash is written "],
  [["notebook", "--lint=3"], "--lint takes no value. leakloop notebook --help tells what it takes."],
  [["bench", "extra"], 'bench does not take the argument "extra". '],
  [["check", "01-ledger", "--from", "."], '"." could not be read: it is a folder. '],
  [
    ["check", "01-ledger", "--from", "not-text.ts"],
    '"not-text.ts" could not be read: it is not UTF-8 text. ',
  ],
  [["check", "01-ledger", "--from", "not-json.ipynb"], "not-json.ipynb is not a notebook: "],
  [["notebook", "."], ": it is a folder.\n"],
  [["notebook", "not-json.ipynb"], "not-json.ipynb is not a notebook: it is not JSON (Unexpected token "],
  [["grade", ""], "Grading needs one folder of submissions; none was given. "],
  [["grade", "class", "--out", ""], "--out needs the name of a folder, as in: --out graded\n"],
  [["grade", "class", "--out", "file/x"], "Cannot write to file/x: a file is in the way. "],
  [["grade", "class", "--out", "class"], "Cannot write to class: it holds files that no grading wrote. "],
  [["grade", "class", "--out", "website"], "Cannot write to website: it holds files that no grading wrote. "],
  [["measure", "--python", ""], "An empty name is not an interpreter that can be measured: "],
  [["bench", "--turns", "0"], '--turns must be a whole number above 0, for example 5; found "0".'],
])("%j is refused with one sentence and exit code 2", (argv, sentence) => {
  const { status, stdout, stderr } = leakloop(argv);
  expect(stderr).toContain(sentence);
  expect(String(stderr).trim().split("\n")).toHaveLength(1);
  expect([status, stdout]).toEqual([2, ""]);
});

test("a folder that is not the grader's own keeps every file", () => {
  leakloop(["grade", "class", "--out", "website"]);
  expect(readFileSync(join(dir, "website/index.html"), "utf8")).toBe("mine");
  expect(existsSync(join(dir, "website/students"))).toBe(false);
});

test.each([["measure"], ["bench"]])("without a Python, %s says what to install", (verb) => {
  const { status, stderr } = leakloop([verb], { LEAKLOOP_PYTHONS: "" });
  expect(stderr).toMatch(
    /^No CPython .* was found on this machine; install Python from python.org, or .*\n$/,
  );
  expect(status).toBe(2);
});

test("a temporary folder that is not there is named, with what to do", () => {
  const nowhere = join(dir, "nowhere");
  const { status, stderr } = leakloop(["check", "01-ledger"], {
    TMPDIR: nowhere,
    TEMP: nowhere,
    TMP: nowhere,
  });
  expect(stderr).toBe(
    `Cannot make a temporary folder in ${nowhere}: there is no such file or folder. Set the environment variable TMPDIR to a folder that you may write to.\n`,
  );
  expect(status).toBe(2);
});

test("every verb explains itself with --help and with -h", () => {
  const verbs = [...String(leakloop(["help"]).stdout).matchAll(/^ {2}(\w+) /gm)].map(([, verb]) => verb!);
  expect(verbs).toContain("grade");
  for (const verb of verbs) {
    const { status, stdout } = leakloop([verb, "--help"]);
    expect([status, leakloop([verb, "-h"]).stdout]).toEqual([0, stdout]);
    expect(stdout).toMatch(/^(npm (run |start)|leakloop )/);
  }
});
