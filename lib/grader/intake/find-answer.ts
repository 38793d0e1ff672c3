/** The answer to one exercise in one submission, by the documented order of places. */

import { exerciseOfCell } from "../../exercise/cell-answer";
import { answerInNotebook } from "../../exercise/notebook-answer";
import type { Note } from "../flag";
import type { Submission } from "./group-by-student";
import { inNameOrder } from "./in-name-order";
import type { SubmittedFile } from "./list-files";
import { readText } from "./read-text";

/** The answer, or why there is none. */
export type Finding =
  | {
      readonly kind: "answer";
      readonly path: string;
      readonly source: string;
      readonly notes: readonly Note[];
    }
  | { readonly kind: "missing"; readonly path: null; readonly note: Note; readonly notes: readonly Note[] }
  | {
      readonly kind: "rejected";
      readonly path: string;
      readonly note: Note;
      readonly notes: readonly Note[];
    };

/** A file that may hold the answer. */
interface Candidate {
  readonly path: string;
  /** 0 is looked at first: `NN-name/exercise.ts`, `NN-name.ts`, a loose file named by its student, a notebook cell. */
  readonly rank: 0 | 1 | 2 | 3;
  /** The answer's text; undefined when it cannot be used, for the reason `why` (half a sentence). */
  readonly source?: string;
  readonly why?: string;
}

/** An answer is a page or two of code. */
const maxAnswerBytes = 1_000_000;
/** A notebook also holds its pictures. */
const maxNotebookBytes = 32_000_000;

/**
 * Find the answer to `exercise`: the first of `NN-name/exercise.ts` at any depth, `NN-name.ts` at any depth,
 * a loose .ts file, a notebook cell whose first line is `// @exercise NN-name`. Among equals, the least deep
 * file counts, then the first by path.
 *
 * A loose .ts file answers the exercise that its name holds, else the one in its first line, else the only
 * one that is graded.
 *
 * @param only - Is this the only exercise that is graded?
 */
export function findAnswer(submission: Submission, exercise: string, only: boolean): Finding {
  const candidates = submission.files
    .flatMap((file) => candidatesIn(file, exercise, only))
    .sort(inSearchOrder);
  const first = candidates.find((candidate) => !isBrokenNotebook(candidate)) ?? candidates[0];
  if (first === undefined)
    return { kind: "missing", path: null, note: missingNote(submission, exercise), notes: [] };
  const notes = notesOn(candidates, first, exercise);
  if (first.source !== undefined) return { kind: "answer", path: first.path, source: first.source, notes };
  return { kind: "rejected", path: first.path, note: rejectedNote(first), notes };
}

function candidatesIn(file: SubmittedFile, exercise: string, only: boolean): Candidate[] {
  const path = file.path;
  if (/\.ipynb$/i.test(path)) return notebookCandidate(file, exercise);
  if (`/${path}`.endsWith(`/${exercise}/exercise.ts`)) return [answerFile(file, 0)];
  if (`/${path}`.endsWith(`/${exercise}.ts`)) return [answerFile(file, 1)];
  if (file.loose && /\.ts$/i.test(path)) return looseCandidate(file, exercise, only);
  return [];
}

function answerFile(file: SubmittedFile, rank: Candidate["rank"]): Candidate {
  const read = readText(file.absolutePath, maxAnswerBytes);
  return read.ok ? { path: file.path, rank, source: read.text } : { path: file.path, rank, why: read.why };
}

function looseCandidate(file: SubmittedFile, exercise: string, only: boolean): Candidate[] {
  if (file.namedExercise !== undefined) return file.namedExercise === exercise ? [answerFile(file, 2)] : [];
  const candidate = answerFile(file, 2);
  const marked = exerciseOfCell(candidate.source ?? "");
  return marked === exercise || (marked === undefined && only) ? [candidate] : [];
}

function notebookCandidate(file: SubmittedFile, exercise: string): Candidate[] {
  const { path } = file;
  const read = readText(file.absolutePath, maxNotebookBytes);
  if (!read.ok) return [{ path, rank: 3, why: read.why }];
  try {
    const source = answerInNotebook(read.text, exercise, path);
    if (source === undefined) return [];
    if (Buffer.byteLength(source) <= maxAnswerBytes) return [{ path, rank: 3, source }];
    return [{ path, rank: 3, why: `holds an answer of more than ${maxAnswerBytes} bytes` }];
  } catch {
    return [
      { path, rank: 3, why: "is not a notebook: its content is not the JSON that notebooks are saved as" },
    ];
  }
}

function inSearchOrder(a: Candidate, b: Candidate): number {
  return a.rank - b.rank || depth(a.path) - depth(b.path) || inNameOrder(a.path, b.path);
}

function depth(path: string): number {
  return path.split("/").length;
}

/** A notebook that cannot be read may or may not hold the answer, so one that is known to hold it goes before. */
function isBrokenNotebook(candidate: Candidate): boolean {
  return candidate.rank === 3 && candidate.source === undefined;
}

function notesOn(candidates: readonly Candidate[], chosen: Candidate, exercise: string): Note[] {
  const broken = candidates.filter((candidate) => isBrokenNotebook(candidate) && candidate !== chosen);
  const answers = candidates.filter((candidate) => !isBrokenNotebook(candidate));
  const notes = broken.map(rejectedNote);
  if (answers.length < 2) return notes;
  const others = answers.filter((candidate) => candidate !== chosen).map(({ path }) => `"${path}"`);
  const message = `${exercise} is answered in "${chosen.path}", which was graded, and in ${others.join(", ")}.`;
  return [...notes, { flag: "several-answers", message }];
}

function rejectedNote(candidate: Candidate): Note {
  return { flag: "rejected", message: `"${candidate.path}" ${candidate.why}.` };
}

function missingNote(submission: Submission, exercise: string): Note {
  const shown = submission.files.slice(0, 5).map(({ path }) => `"${path}"`);
  const more =
    submission.files.length > shown.length ? ` and ${submission.files.length - shown.length} more` : "";
  const found = shown.length === 0 ? "no file" : `${shown.join(", ")}${more}`;
  const message = `No answer to ${exercise}. Expected ${exercise}/exercise.ts, ${exercise}.ts or a notebook cell; found ${found}.`;
  return { flag: "missing", message };
}
