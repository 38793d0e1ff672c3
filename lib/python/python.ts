/** Python source text, run on a simulated CPython: the entry of this folder. */

import { defaultProfile, profileOf } from "../sim/profile";
import { installBuiltins } from "./builtins/install";
import { shutDown } from "./builtins/shutdown";
import type { Code } from "./compile/code";
import { compileModule } from "./compile/compile";
import { NotSupported } from "./not-supported";
import { defineTypes } from "./objects/define-type";
import { parse } from "./parse/parse";
import { ProgramStopped } from "./run/eval-breaker";
import { Machine } from "./run/machine";
import { runModule } from "./run/program";
import { exitCodeOf } from "./run/uncaught";
import { StoryRecorder } from "./story/recorder";
import type { Story } from "./story/story";
import { PythonSyntaxError } from "./syntax-error";
import { syntaxErrorText } from "./syntax-error-text";

/** How to run a program. */
export interface PythonOptions {
  /** The CPython version line. Default "3.13". */
  readonly profile?: string;
  /** The name that messages show. Default "<string>". */
  readonly file?: string;
  /** Told every text that the program writes. */
  readonly write?: (text: string) => void;
  readonly writeError?: (text: string) => void;
  /** May it go on? Asked now and then; answers null, or why not. Default: always. */
  readonly budget?: (spent: Spent) => string | null;
}

/** How to run a program whose story is told. */
export interface StoryOptions extends PythonOptions {
  /** Passes of one loop after which the program is stopped, to the exact pass. Default: no limit. */
  readonly passes?: number;
}

/** What a program has used up. */
export interface Spent {
  /** Executed so far, about. */
  readonly instructions: number;
  /** Characters written, to both streams. */
  readonly written: number;
}

/** What became of a program. */
export interface PythonRun {
  /** 0; 1 after an uncaught exception or a syntax error; what `sys.exit` was given; 2 for what the simulator cannot run. */
  readonly exitCode: number;
  /** Why it was stopped before its end; null when it was not. */
  readonly stopped: string | null;
}

/**
 * Run a program to its end, interpreter shutdown included.
 *
 * @param source - The text of a `.py` file.
 * @throws {BadArgumentError} For an unknown profile. A program's own errors are written, as CPython writes them.
 * @example
 * runPython("print(6 * 7)", { write: (text) => out.push(text) }); // { exitCode: 0, stopped: null }, out is ["42\n"]
 */
export function runPython(source: string, options: PythonOptions = {}): PythonRun {
  const program = new Program(options);
  const code = program.compile(source);
  return typeof code === "number" ? { exitCode: code, stopped: null } : program.run(code);
}

/**
 * Run a program and tell what it did with memory, up to its end or to where its budget stops it.
 *
 * @throws {BadArgumentError} For an unknown profile.
 */
export function tellStory(source: string, options: StoryOptions = {}): Story {
  const written = { output: "", errors: "" };
  const program = new Program({
    ...options,
    write: (text) => {
      written.output += text;
      options.write?.(text);
    },
    writeError: (text) => {
      written.errors += text;
      options.writeError?.(text);
    },
  });
  const recorder = new StoryRecorder(program.m, source.split(/\r\n|\r|\n/), options.passes);
  const code = program.compile(source);
  const { exitCode, stopped } =
    typeof code === "number" ? { exitCode: code, stopped: null } : program.run(code, () => recorder.end());
  return recorder.story({
    file: program.file,
    ...written,
    exitCode,
    stop: stopped === null ? null : { line: recorder.line, reason: stopped },
  });
}

/** One program on one machine. */
class Program {
  readonly m: Machine;
  readonly file: string;
  private written = 0;
  private reason = "";

  constructor(private readonly options: PythonOptions) {
    this.file = options.file ?? "<string>";
    this.m = new Machine(profileOf(options.profile ?? defaultProfile.version), {
      write: (text) => {
        this.written += text.length;
        options.write?.(text);
      },
      writeError: (text) => {
        this.written += text.length;
        options.writeError?.(text);
      },
      mayGoOn: (instructions) => this.mayGoOn(instructions),
    });
    defineTypes(this.m);
    installBuiltins(this.m);
  }

  /** @returns the code, or the exit code of a program that cannot start. */
  compile(source: string): Code | number {
    this.m.sources.set(this.file, source.split(/\r\n|\r|\n/));
    try {
      const { compiler, exceptions } = this.m.rules;
      return compileModule(parse(source, this.file), {
        ...compiler,
        popsAfterUnbinding: exceptions.popsAfterUnbinding,
      });
    } catch (error) {
      if (error instanceof PythonSyntaxError) this.m.host.writeError(syntaxErrorText(error));
      else if (error instanceof NotSupported) this.m.host.writeError(`NotSupported: ${error.message}\n`);
      else throw error;
      return error instanceof NotSupported ? 2 : 1;
    }
  }

  /** @param atEnd - Called when the program has ended or was stopped, before the interpreter cleans up. */
  run(code: Code, atEnd?: () => void): PythonRun {
    const { m } = this;
    try {
      const ended = runModule(m, code, this.file);
      const exitCode = ended ? 0 : exitCodeOf(m);
      atEnd?.();
      shutDown(m);
      return { exitCode, stopped: null };
    } catch (error) {
      if (!(error instanceof ProgramStopped)) throw error;
      atEnd?.();
      return { exitCode: 0, stopped: this.reason === "" ? error.message : this.reason };
    }
  }

  private mayGoOn(instructions: number): boolean {
    const reason = this.options.budget?.({ instructions, written: this.written }) ?? null;
    if (reason !== null) this.reason = reason;
    return reason === null;
  }
}
