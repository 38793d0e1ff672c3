/** Finds the handler of each instruction. Mirrors `label_exception_targets` of Python/compile.c. */

import { type Block, blocksFrom, isJump, Pseudo, setsUpHandler } from "./instruction";
import { Op } from "./opcode";

/** Handlers of the regions that are open, the innermost last. */
type Handlers = readonly Block[];

/** After this `handler` is right everywhere, and SETUP_* and POP_BLOCK are gone. */
export function labelHandlers(entry: Block): void {
  const seen = new Set<Block>();
  const waiting: [Block, Handlers][] = [];
  const reach = (block: Block, handlers: Handlers) => {
    if (seen.has(block)) return;
    seen.add(block);
    waiting.push([block, handlers]);
  };
  reach(entry, []);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [block, handlersAtStart] = next;
    let handlers = handlersAtStart;
    for (const instruction of block.instructions) {
      const { opcode, target } = instruction;
      instruction.handler = handlers.at(-1) ?? null;
      if (setsUpHandler(opcode)) {
        reach(target!, handlers);
        if (opcode !== Pseudo.SETUP_FINALLY) target!.keepsLasti = true;
        handlers = [...handlers, target!];
      } else if (opcode === Pseudo.POP_BLOCK) handlers = handlers.slice(0, -1);
      else if (isJump(opcode)) reach(target!, handlers);
    }
    if (!block.leaves && block.next !== null) reach(block.next, handlers);
  }
  dropMarks(entry);
}

/** `convert_exception_handlers_to_nops` */
function dropMarks(entry: Block): void {
  for (const block of blocksFrom(entry))
    for (const instruction of block.instructions)
      if (setsUpHandler(instruction.opcode) || instruction.opcode === Pseudo.POP_BLOCK) {
        instruction.opcode = Op.NOP;
        instruction.target = null;
      }
}
