import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { scratchFolder } from "../../grader/scratch-folder";

const root = resolve(__dirname, "../../..");
const main = join(root, "lib/dist/cli/main.js");

/** Run `leakloop grade` with standard error going to a pipe, as in a log. */
function grade(cwd: string, ...argv: string[]): { status: number | null; stdout: string; stderr: string } {
  const code = `require(${JSON.stringify(main)}).main(process.argv.slice(1))`;
  return spawnSync(process.execPath, ["-e", code, "grade", ...argv], { cwd, encoding: "utf8" });
}

test("grade says a line for each student, sums up in three lines and names the files", () => {
  const solution = readFileSync(join(root, "exercises/01-ledger/solution.ts"), "utf8");
  const dir = scratchFolder({ "class/ana.ts": solution, "class/bela/": "" });
  const { status, stdout, stderr } = grade(dir, "class", "--exercise", "01-ledger");
  expect(status).toBe(0);
  expect(stderr.trim().split("\n").sort()).toEqual(["ana: 4 of 4 points", "bela: 0 of 4 points  [missing]"]);
  expect(stdout).toBe(`2 students, 1 exercise, 4 points to reach
mean 2.0 points, 1 with all points
1 flagged to look at

open   graded/index.html
import graded/grades.csv
`);
  expect(existsSync(join(dir, "graded/students/ana.html"))).toBe(true);
});

test("with a roster, who handed in nothing has a row and who is unknown has a flag", () => {
  const roster = "student,name\nzoe,Zoe Z.\nana,Ana Lee\n";
  const dir = scratchFolder({ "class/bela/": "", "class/zoe/": "", "roster.csv": roster });
  expect(grade(dir, "class", "--roster", "roster.csv", "--out", "out")).toMatchObject({ status: 0 });
  expect(readFileSync(join(dir, "out/grades.csv"), "utf8")).toBe(`student,points,max,01-ledger,flags
zoe,0,4,0,missing
ana,0,4,0,missing
bela,0,4,0,missing unknown-student
`);
});

const bad = scratchFolder({ "empty/": "", "class/ana/": "", file: "", "roster.csv": "id,name\n1,Ana\n" });

test.each([
  [[], "Grading needs one folder of submissions; none was given."],
  [["class", "empty"], "Grading needs one folder of submissions; 2 were given."],
  [["no"], "There is no folder no. Give the folder that holds the submissions."],
  [["file"], "file is a file. Give the folder that holds the submissions."],
  [["empty"], "empty holds no submission."],
  [
    ["class", "--out", "file"],
    "Cannot write to file: a file is in the way. Name another folder with --out DIR.",
  ],
  [["class", "--exercise", "01-ledgr"], 'There is no exercise "01-ledgr". Did you mean "01-ledger"?'],
  [
    ["class", "--roster", "roster.csv"],
    'The roster roster.csv needs a column "student"; its first row has "id", "name".',
  ],
  [["class", "--roster", "no.csv"], "The roster no.csv cannot be opened: there is no such file or folder."],
  [["class", "--rooster", "x"], "grade has no option --rooster. Did you mean --roster?"],
])("grade %j is refused with one sentence and exit code 2", (argv, sentence) => {
  const { status, stdout, stderr } = grade(bad, ...argv);
  expect(stderr).toContain(sentence);
  expect(stderr).not.toMatch(/\n\s+at /);
  expect(stderr.trim().split("\n")).toHaveLength(1);
  expect([status, stdout]).toEqual([2, ""]);
});

test("the example in grade --help works as typed", () => {
  const { status, stdout } = grade(bad, "--help");
  expect(status).toBe(0);
  const [, argument] = /Example: {2}npm run grade -- (\S+)$/m.exec(stdout) ?? [];
  expect(existsSync(join(root, argument as string))).toBe(true);
});
