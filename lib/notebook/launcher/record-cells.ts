/** Names each cell's code for V8, so that stacks say which cell, and takes what tslab would print about a failure. */

import type { CellFaults } from "./cell-faults";
import type { CellLog } from "./cell-log";
import { type CompilingFlag, whileRaised } from "./compiling-flag";
import type { CellMaps } from "./keep-source-maps";
import type { Tslab } from "./tslab";

/** Have the cells of the kernel that is started next recorded in `log` and their failures in `faults`. */
export function recordCells(
  tslab: Tslab,
  log: CellLog,
  faults: CellFaults,
  lastMaps: () => CellMaps | undefined,
  compiling: CompilingFlag,
): void {
  const { createExecutor } = tslab.executor;
  tslab.executor.createExecutor = (rootDir, converters, console) => {
    const { node } = converters;
    const convert = node.convert;
    node.convert = (previousDeclarations, source) => {
      const { output, ...converted } = whileRaised(compiling, () => convert(previousDeclarations, source));
      if (output === undefined) return converted;
      const maps = lastMaps();
      if (maps !== undefined) log.compiled(output, maps);
      return { ...converted, output: `${output}\n//# sourceURL=cell-${log.current}` };
    };
    return createExecutor(rootDir, converters, { log: console.log, error: (...said) => faults.add(said) });
  };
}
