/**
 * A program of its own: checks modules with the kernel's compiler, strictly.
 *
 * Reads `CellModule[]` as JSON from standard input and writes `ModuleFault[]` as JSON to standard output. The modules need
 * not exist as files; what they import does.
 */

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname } from "node:path";
import type TypeScript from "typescript";

/** A module to check. */
export interface CellModule {
  /** Absolute; what its relative imports are relative to. */
  readonly path: string;
  readonly text: string;
}

/** One complaint of the compiler. */
export interface ModuleFault {
  readonly path: string;
  /** Counted from 0. */
  readonly line: number;
  /** Counted from 0. */
  readonly character: number;
  readonly message: string;
}

const tslabRequire = createRequire(require.resolve("tslab/package.json"));
const ts = tslabRequire("@tslab/typescript-for-tslab") as typeof TypeScript;

/** "declared but never used": wanted for imports only; a name that a cell shows to the reader has done its work. */
const unused: ReadonlySet<number> = new Set([6133, 6192, 6196]);

function main(): void {
  const modules = JSON.parse(readFileSync(0, "utf8")) as CellModule[];
  const texts = new Map(modules.map(({ path, text }) => [path, text]));
  const options = kernelOptions();
  const program = ts.createProgram([...texts.keys()], options, hostWith(texts, options));
  const faults = [...texts.keys()].flatMap((path) => {
    const file = program.getSourceFile(path);
    return file === undefined ? [] : faultsIn(program, file, path);
  });
  process.stdout.write(JSON.stringify(faults));
}

/** What tslab sets, and strictness. Source: `createConverter` in tslab's converter.js. */
function kernelOptions(): TypeScript.CompilerOptions {
  return {
    target: ts.ScriptTarget.ES2022,
    lib: ["lib.es2022.d.ts"],
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Node10,
    esModuleInterop: true,
    experimentalDecorators: true,
    resolveJsonModule: true,
    skipLibCheck: true,
    types: ["node"],
    noEmit: true,
    strict: true,
    noUnusedLocals: true,
  };
}

/** Files as on disk, and the modules beside them. */
function hostWith(
  texts: ReadonlyMap<string, string>,
  options: TypeScript.CompilerOptions,
): TypeScript.CompilerHost {
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile } = host;
  const [first] = texts.keys();
  host.getCurrentDirectory = () => dirname(first ?? ".");
  host.fileExists = (path) => texts.has(path) || fileExists(path);
  host.readFile = (path) => texts.get(path) ?? readFile(path);
  return host;
}

function faultsIn(program: TypeScript.Program, file: TypeScript.SourceFile, path: string): ModuleFault[] {
  const imports = file.statements.filter(ts.isImportDeclaration);
  const faults = [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)];
  return faults.flatMap(({ code, start = 0, messageText }) => {
    if (unused.has(code) && !imports.some(({ pos, end }) => start >= pos && start < end)) return [];
    const { line, character } = file.getLineAndCharacterOfPosition(start);
    const message = ts.flattenDiagnosticMessageText(messageText, " ");
    return [{ path, line, character, message }];
  });
}

main();
