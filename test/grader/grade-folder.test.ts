import { spawn, spawnSync } from "node:child_process";
import { appendFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { availableParallelism, loadavg } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout } from "node:timers/promises";
import Ajv from "ajv";
import { beforeAll, expect, test } from "vitest";
import type { GradedStudent, Report } from "../../lib/grader/report";
import schema from "../../lib/grader/report.schema.json";
import { scratchFolder } from "./scratch-folder";

const root = resolve(__dirname, "../..");
const fixtures = join(root, "test/fixtures/submissions");
const scratch = scratchFolder({ "tmp/": "" });
const out = join(scratch, "graded");
/** Every process of a run carries the path of a folder below this one in its arguments. */
const environment = { ...process.env, TMPDIR: join(scratch, "tmp") };
const commandLine = [
  "-e",
  `require(${JSON.stringify(join(root, "lib/dist/cli/main.js"))}).main(process.argv.slice(1))`,
];

let seconds = 0;
let report: Report;
beforeAll(() => {
  const startedMs = Date.now();
  const run = spawnSync(process.execPath, [...commandLine, "grade", fixtures, "--out", out], {
    env: environment,
    encoding: "utf8",
  });
  seconds = (Date.now() - startedMs) / 1000;
  if (run.status !== 0) throw new Error(`grading ended with ${run.status}: ${run.stderr}`);
  report = readReport(out);
}, 120_000);

function readReport(dir: string): Report {
  return JSON.parse(readFileSync(join(dir, "report.json"), "utf8")) as Report;
}

function rowOf(student: string): GradedStudent {
  return report.students.find((row) => row.student === student) as GradedStudent;
}

/** Names of the tests of 01-ledger that the student did not pass, each with its status. */
function notPassed(student: string): string[] {
  const tests = rowOf(student).exercises[0]?.tests.filter(({ status }) => status !== "pass") ?? [];
  return tests.map(({ name, status }) => `${status}: ${name}`);
}

// 01-ledger has 8 tests of half a point.
test("each submission of the class has exactly one row, with the grade that its answer deserves", () => {
  expect(readFileSync(join(out, "grades.csv"), "utf8")).toBe(`student,points,max,01-ledger,flags
amara,4,4,4,
bela,4,4,4,
chen,4,4,4,
dana,3,4,3,
emre,3.5,4,3.5,
farid,0,4,0,
grete,0,4,0,missing
hugo,0,4,0,not-attempted
ines,2,4,2,timeout
jonas,0,4,0,timeout
Jörg Müller,4,4,4,
kofi,0,4,0,exited
lena,0,4,0,load-error
mateo,0,4,0,load-error
noor,0,4,0,
olga,0,4,0,rejected
pavel,4,4,4,several-answers
quinn,3.5,4,3.5,timeout
`);
});

test("decref before incref fails exactly where a name is rebound to its own object, and where the order is looked at", () => {
  expect(notPassed("dana")).toEqual([
    "fail: x = x keeps the object alive",
    "fail: 300 random programs leave the counts and the log that names alone account for",
  ]);
});

test("a count that may fall below 0 fails exactly the test that takes one reference too many", () => {
  expect(notPassed("emre")).toEqual(["fail: a decref without a reference throws and changes nothing"]);
});

test("an endless loop in one function costs the tests that call it and no others", () => {
  expect(notPassed("ines")).toEqual([
    "timeout: del takes a name away, and the object goes with its last name",
    "timeout: the log has every step in order",
    "timeout: del of a name that is not bound throws and changes nothing",
    "timeout: 300 random programs leave the counts and the log that names alone account for",
  ]);
  expect(notPassed("quinn")).toEqual(["timeout: a decref without a reference throws and changes nothing"]);
});

test.each([
  ["jonas", "timeout", /did not finish loading within 6 s/],
  ["kofi", "error", /process\.exit/],
  ["lena", "error", /I am thrown at import/],
  ["mateo", "error", /exercise\.ts|line 15|syntax/i],
  ["olga", "rejected", /"olga\.ipynb" is not a notebook/],
  ["grete", "missing", /found no file/],
])("%s's answer cannot be run: every test is %s, and why is said once", (student, status, why) => {
  const exercise = rowOf(student).exercises[0];
  expect(exercise?.tests.map((graded) => graded.status)).toEqual(Array(8).fill(status));
  expect(exercise?.notes).toHaveLength(1);
  expect(exercise?.notes[0]?.message).toMatch(why);
});

test("a forged report changes nothing: the answer that wrote it has no points", () => {
  expect(rowOf("noor").points).toBe(0);
  expect(notPassed("noor")).toHaveLength(8);
});

test("of two answers the first by the documented order is graded, and the other is named", () => {
  const exercise = rowOf("pavel").exercises[0];
  expect(exercise?.answer).toBe("pavel/01-ledger/exercise.ts");
  expect(exercise?.notes[0]?.message).toContain('"pavel/old/01-ledger.ts"');
});

test("report.json is as its published schema says", () => {
  const validate = new Ajv({ allErrors: true }).compile(schema);
  expect(validate(report), JSON.stringify(validate.errors)).toBe(true);
  const broken = structuredClone(report) as unknown as { students: { points: unknown }[] };
  broken.students[0]!.points = "4";
  expect(validate(broken)).toBe(false);
});

test("the files for the class name no folder of this machine and no random one", () => {
  for (const file of ["grades.csv", "report.json", "index.html", "students/mateo.html"]) {
    const text = readFileSync(join(out, file), "utf8");
    expect(text).not.toContain(scratch);
    expect(text).not.toContain(root);
    expect(text).not.toContain("leakloop-grade-");
  }
});

test("there is a page for the class and one for each student, and all links lead somewhere", () => {
  const page = readFileSync(join(out, "index.html"), "utf8");
  const links = [...page.matchAll(/href="([^"]+)"/g)].map(([, link]) => decodeURIComponent(link as string));
  expect(links.filter((link) => link.startsWith("students/"))).toHaveLength(18);
  expect(links.filter((link) => !existsSync(join(out, link)))).toEqual([]);
});

test("a student's page shows no code of a hidden test", () => {
  const page = readFileSync(join(out, "students/farid.html"), "utf8");
  expect(page).toContain("run(&quot;a = cart&quot;, &quot;b = a&quot;).refcnt");
  expect(page).toContain("a reference count never goes below 0");
  expect(page).not.toContain("decref(ledger");
});

test("the class of 18 is graded in well under a minute, and nothing is left running or lying about", () => {
  // A minute of this machine's full attention; it may be busy with something else.
  const busy = Math.max(1, loadavg()[0]! / availableParallelism());
  expect(seconds).toBeLessThan(60 * busy);
  expect(readdirSync(join(scratch, "tmp"))).toEqual([]);
  expect(processesOf(scratch)).toEqual([]);
});

test("a grader that is killed leaves no process, and the next one finishes with the same bytes", async () => {
  const dir = scratchFolder({ "tmp/": "", "resumed/": "" });
  const resumed = join(dir, "resumed");
  const journal = join(resumed, "journal.jsonl");
  // An earlier grading finished all but four answers.
  const known = journalLines(out).filter((line) => !/"student":"(dana|emre|lena|quinn)"/.test(line));
  expect(known).toHaveLength(14);
  writeFileSync(journal, known.map((line) => `${line}\n`).join(""));
  const run = [...commandLine, "grade", fixtures, "--out", resumed];
  const env = { ...process.env, TMPDIR: join(dir, "tmp") };

  const grader = spawn(process.execPath, run, { env, stdio: "ignore" });
  await until(() => journalLines(resumed).length >= 16);
  expect(processesOf(dir)).not.toEqual([]);
  grader.kill("SIGKILL");
  await until(() => processesOf(dir).length === 0);
  expect(readdirSync(join(dir, "tmp"))).toEqual([]);
  expect(existsSync(join(resumed, "report.json"))).toBe(false);
  expect(journalLines(resumed).length).toBeLessThan(18);
  appendFileSync(journal, '{"key":"torn');

  const second = spawnSync(process.execPath, run, { env, encoding: "utf8" });
  expect(second.status).toBe(0);
  expect(journalLines(resumed)).toHaveLength(18);
  const pages = readdirSync(join(out, "students")).map((name) => `students/${name}`);
  for (const file of ["grades.csv", "report.json", "index.html", ...pages])
    expect(readFileSync(join(resumed, file), "utf8")).toBe(readFileSync(join(out, file), "utf8"));
});

/** The whole lines of a grading's journal. */
function journalLines(dir: string): string[] {
  return readFileSync(join(dir, "journal.jsonl"), "utf8").split("\n").slice(0, -1);
}

/** Command lines of the running processes that carry `path` in their arguments. */
function processesOf(path: string): string[] {
  const { stdout } = spawnSync("ps", ["-eo", "args"], { encoding: "utf8" });
  return stdout.split("\n").filter((line) => line.includes(path));
}

async function until(condition: () => boolean): Promise<void> {
  for (let tries = 0; tries < 600 && !condition(); tries++) await setTimeout(50);
}
