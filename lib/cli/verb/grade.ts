/** `leakloop grade DIR`: grade a folder of submissions. */

import { join } from "node:path";
import { parseArgs } from "node:util";
import { BadInputError } from "../../bad-input";
import { gradeFolder } from "../../grader/grade-folder";
import { progressWriter } from "../../grader/progress";
import { summaryLines } from "../../grader/summary";
import type { Verb } from "../main";

/** Grades a folder of submissions into grades.csv, report.json and HTML pages. */
export const verb: Verb = {
  summary: "grade a folder of submissions",
  help: `
npm run grade -- DIR [--out DIR] [--roster FILE] [--exercise NAME]

Grades every submission in DIR. A submission is a sub-folder or a loose .ts or .ipynb file; its name is the student's.
A loose file's name may also hold the exercise: ana-01-ledger.ts. The answer to 01-ledger is 01-ledger/exercise.ts,
else 01-ledger.ts, else a loose .ts file, else the last notebook cell that begins with "// @exercise 01-ledger".

  --out DIR        where the results go: a new or empty folder, or that of an earlier grading (default: graded)
  --roster FILE    CSV with a column "student" and perhaps "name": everyone in it gets a row
  --exercise NAME  grade this exercise only; may be given several times (default: all)

Writes grades.csv, report.json, index.html, students/ and journal.jsonl. If it is stopped, start it again: finished
answers are not run twice. Answers run on this machine without a sandbox: grade only what you would run yourself.

Example:  npm run grade -- test/fixtures/submissions
`,
  run: async (argv) => {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        out: { type: "string", default: "graded" },
        roster: { type: "string" },
        exercise: { type: "string", multiple: true },
      },
    });
    const [submissionsDir, ...more] = positionals;
    if (submissionsDir === undefined || submissionsDir === "" || more.length > 0)
      throw new BadInputError(oneFolder(positionals.filter((name) => name !== "").length));
    if (values.out === "") throw new BadInputError("--out needs the name of a folder, as in: --out graded");
    const report = await gradeFolder({
      submissionsDir,
      outDir: values.out,
      roster: values.roster,
      exercises: values.exercise,
      onProgress: progressWriter(process.stderr, Date.now),
    });
    process.stdout.write(`${summaryLines(report).join("\n")}\n\n`);
    process.stdout.write(`open   ${join(values.out, "index.html")}\n`);
    process.stdout.write(`import ${join(values.out, "grades.csv")}\n`);
    return 0;
  },
};

function oneFolder(given: number): string {
  const found = given === 0 ? "none was given" : `${given} were given`;
  return `Grading needs one folder of submissions; ${found}. Try: npm run grade -- test/fixtures/submissions`;
}
