/** Makes tslab's compiler keep the two source maps of each cell: from the cell to an ES module, from that to CommonJS. */

import { SourceMap, type SourceMapPayload } from "node:module";
import { tslabRequire } from "./tslab";

/** From a position in the code that runs to one in the compiled module, and on to one in the cell. */
export interface CellMaps {
  readonly fromCommonJs: SourceMap;
  readonly fromModule: SourceMap;
}

/** The part of TypeScript's interface that tslab compiles with. */
interface TypeScript {
  createWatchCompilerHost(files: string[], options: object, ...rest: unknown[]): unknown;
  transpileModule(input: string, options: { compilerOptions: object }): Transpiled;
}

interface Transpiled {
  outputText: string;
  sourceMapText?: string;
}

const inlineMap = /\n\/\/# sourceMappingURL=data:application\/json;base64,(\S+)\s*$/;
const mapComment = /\n\/\/# sourceMappingURL=\S+\s*$/;

/**
 * Replace the compiler that tslab will load.
 *
 * Must be called before tslab is loaded.
 *
 * @returns A function that gives the maps of the module compiled last, if it had any.
 */
export function keepSourceMaps(): () => CellMaps | undefined {
  const path = tslabRequire.resolve("@tslab/typescript-for-tslab");
  const typescript = tslabRequire(path) as TypeScript;
  let last: CellMaps | undefined;
  const replaced: TypeScript = {
    ...typescript,
    createWatchCompilerHost: (files, options, ...rest) =>
      typescript.createWatchCompilerHost(files, { ...options, inlineSourceMap: true }, ...rest),
    transpileModule(input, options) {
      const compilerOptions = { ...options.compilerOptions, sourceMap: true };
      const transpiled = typescript.transpileModule(input, { ...options, compilerOptions });
      last = cellMaps(input, transpiled);
      return { ...transpiled, outputText: transpiled.outputText.replace(mapComment, "\n") };
    },
  };
  const loaded = tslabRequire.cache[path];
  if (loaded !== undefined) loaded.exports = replaced;
  return () => last;
}

function cellMaps(input: string, transpiled: Transpiled): CellMaps | undefined {
  const inline = inlineMap.exec(input)?.[1];
  if (inline === undefined || transpiled.sourceMapText === undefined) return undefined;
  return {
    fromModule: sourceMap(Buffer.from(inline, "base64").toString()),
    fromCommonJs: sourceMap(transpiled.sourceMapText),
  };
}

function sourceMap(json: string): SourceMap {
  return new SourceMap(JSON.parse(json) as SourceMapPayload);
}
