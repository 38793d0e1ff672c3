/** The outcome of one check, and the text that a learner reads: the same in a notebook and in a terminal. */

import { notStarted } from "./describe-failure";
import type { Exercise } from "./exercise";
import type { TestResult, TestRun } from "./test-run";
import type { TypeComplaint } from "./type-errors";

/** What a check found. In a notebook it shows itself as its text. */
export interface CheckReport extends TestRun {
  readonly exercise: string;
  readonly title: string;
  /** Which answer was checked, in words. */
  readonly answer: string;
  readonly passed: boolean;
  readonly typeErrors: readonly TypeComplaint[];
  /** {@link formatVerdict} of this report. */
  readonly text: string;
}

/** What the verdict is made of. */
export type CheckFindings = Omit<CheckReport, "passed" | "text">;

const mostTypeErrors = 5;
const mostPrintedLines = 10;

/** Put a report together. */
export function checkReport(
  exercise: Exercise,
  findings: Omit<CheckFindings, "exercise" | "title">,
): CheckReport {
  const all = { exercise: exercise.name, title: exercise.title, ...findings };
  const text = formatVerdict(all);
  const report: CheckReport = { ...all, passed: all.tests.every(({ status }) => status === "pass"), text };
  // Node's inspect, and so a notebook cell that ends in this report, shows the text and no object around it.
  return Object.defineProperty(report, Symbol.for("nodejs.util.inspect.custom"), { value: () => text });
}

/**
 * Write a verdict as text.
 *
 * The same findings give the same text: no time, no path of the machine, no colour.
 */
export function formatVerdict(findings: CheckFindings): string {
  const { exercise, title, answer, tests, fault } = findings;
  const passed = tests.filter(({ status }) => status === "pass").length;
  const untouched = tests.length > 0 && tests.every(({ message }) => message === notStarted);
  return [
    `${exercise}  ${title}`,
    `answer: ${answer}`,
    ...(fault ? [`  ✗ ${fault.message}${fault.line === undefined ? "" : ` (your line ${fault.line})`}`] : []),
    ...tests.flatMap((test) => (fault || untouched ? [`  · ${test.name}`] : testLines(test))),
    ...typeErrorLines(findings.typeErrors),
    ...printedLines(findings.printed),
    `visible ${passed}/${tests.length} · hidden checks run at grading`,
    nextStep(findings, passed === tests.length, untouched),
  ].join("\n");
}

function testLines(test: TestResult): string[] {
  if (test.status === "pass") return [`  ✓ ${test.name}`];
  const facts: [string, string | undefined][] = [
    ["call", test.call],
    ["expected", test.expected],
    ["actual", test.actual],
    ["difference", test.difference],
    ["your line", test.line?.toString()],
  ];
  return [
    `  ✗ ${test.name}`,
    ...indented(test.message),
    ...facts.flatMap(([name, fact]) => (fact === undefined ? [] : [`      ${name.padEnd(12)}${fact}`])),
  ];
}

function typeErrorLines(errors: readonly TypeComplaint[]): string[] {
  if (errors.length === 0) return [];
  const lines = errors
    .slice(0, mostTypeErrors)
    .flatMap(({ line, column, message }) => indented(`${line}:${column}  ${message}`));
  const rest = errors.length - mostTypeErrors;
  return ["types that do not fit (line:column)", ...lines, ...(rest > 0 ? [`      and ${rest} more`] : [])];
}

function printedLines(printed: string): string[] {
  if (printed.trim() === "") return [];
  const lines = printed.trimEnd().split("\n");
  const rest = lines.length - mostPrintedLines;
  return [
    "your code printed",
    ...lines.slice(0, mostPrintedLines).map((line) => `      ${line}`),
    ...(rest > 0 ? [`      and ${rest} more lines`] : []),
  ];
}

function nextStep({ exercise, answer }: CheckFindings, passed: boolean, untouched: boolean): string {
  if (passed) return "next: done here; on to the next exercise.";
  const hint = `A hint: npm run hint ${exercise}`;
  if (untouched)
    return `next: not started yet. Replace the first TODO in ${answer.replace(/,.*/, "")}. ${hint}`;
  return `next: change your answer and check again. ${hint}`;
}

function indented(text: string): string[] {
  return text.split("\n").map((line) => `      ${line}`);
}
