/** The thread that {@link typeErrors} starts: one program, one answer, its complaints as a message. */

import { join } from "node:path";
import { parentPort, workerData } from "node:worker_threads";
import type TypeScript from "typescript";
import { kitRoot, libEntry } from "./kit-folder";
import type { TypeComplaint } from "./type-errors";
import { typescript } from "./typescript";

/** In a folder of the kit, so that the kit's own packages are found. Neither file is ever written. */
const answerFile = join(kitRoot, "exercises", "answer.ts");

/**
 * The globals that answers do use. Node's own declarations say it better, and take twice as long to read as all the
 * rest: they are for an answer that mentions what only they have.
 */
const globalsFile = join(kitRoot, "exercises", "answer-globals.d.ts");
const globals = `
  declare const console: Record<"log" | "info" | "warn" | "error" | "debug" | "table", (...values: unknown[]) => void>;
  declare const performance: { now(): number };
  declare function setTimeout(run: () => void, delayMs?: number): number;
  declare function setInterval(run: () => void, delayMs?: number): number;
  declare function clearTimeout(timer?: number): void;
  declare function clearInterval(timer?: number): void;
  declare function queueMicrotask(run: () => void): void;
  declare function structuredClone<T>(value: T): T;
`;

function complaints(source: string): readonly TypeComplaint[] {
  const ts = typescript();
  const forNode = /\bnode:|\b(process|Buffer|require|setImmediate)\b/.test(source);
  const options: TypeScript.CompilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    target: ts.ScriptTarget.ES2022,
    lib: ["lib.es2022.d.ts"],
    module: ts.ModuleKind.ES2022,
    moduleResolution: ts.ModuleResolutionKind.Node10,
    typeRoots: [join(kitRoot, "node_modules/@types")],
    types: forNode ? ["node"] : [],
  };
  const texts = new Map([[answerFile, source]]);
  if (!forNode) texts.set(globalsFile, globals);
  const program = ts.createProgram([...texts.keys()], options, answerHost(ts, texts, options));
  const file = program.getSourceFile(answerFile)!;
  return [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)].map(
    (diagnostic) => {
      const { line, character } = file.getLineAndCharacterOfPosition(diagnostic.start ?? 0);
      const message = ts
        .flattenDiagnosticMessageText(diagnostic.messageText, "\n")
        .split("\n")
        .slice(0, 2)
        .join("\n");
      return { line: line + 1, column: character + 1, message };
    },
  );
}

/** The files on disk, and those in `texts` from memory; `leakloop` and `../lib` are the kit's library. */
function answerHost(
  ts: typeof TypeScript,
  texts: ReadonlyMap<string, string>,
  options: TypeScript.CompilerOptions,
): TypeScript.CompilerHost {
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  return {
    ...host,
    fileExists: (file) => texts.has(file) || fileExists.call(host, file),
    getSourceFile: (file, ...rest) => {
      const text = texts.get(file);
      if (text === undefined) return getSourceFile.call(host, file, ...rest);
      return ts.createSourceFile(file, text, rest[0], true);
    },
    resolveModuleNames: (names, containing) =>
      names.map((name) =>
        name === "leakloop" || /^(\.\.\/)+lib$/.test(name)
          ? { resolvedFileName: libEntry.replace(/\.js$/, ".d.ts") }
          : ts.resolveModuleName(name, containing, options, host).resolvedModule,
      ),
  };
}

parentPort?.postMessage(complaints(workerData as string));
