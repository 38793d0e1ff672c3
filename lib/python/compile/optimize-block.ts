/** Replaces instructions of one block by fewer. Mirrors `optimize_basic_block` of Python/compile.c. */

import type { ConstantValue } from "./code";
import type { CompilerUnit } from "./compiler-unit";
import { isTrue, tupleConstant } from "./constant";
import { withInstructions } from "./flow-graph";
import { type Block, type Instruction, type Opcode, Pseudo } from "./instruction";
import { Op } from "./opcode";
import { applyStaticSwaps, mergeSwaps } from "./static-swaps";

export function optimizeBlock(unit: CompilerUnit, block: Block): void {
  const { instructions } = block;
  for (let index = 0; index < instructions.length; index++) {
    const instruction = instructions[index]!;
    switch (instruction.opcode) {
      case Op.LOAD_CONST:
        decideJump(block, index, unit.constants.items[instruction.arg]!);
        break;
      case Op.BUILD_TUPLE:
        optimizeTuple(unit, instructions, index);
        break;
      case Op.SWAP:
        index = optimizeSwaps(unit, instructions, index);
        break;
      default:
        // What the jump was turned into can often be turned again.
        while (threadJump(instruction));
    }
  }
}

/** A jump on a constant jumps always, or never. `is None` and the jump behind it are one. */
function decideJump(block: Block, index: number, constant: ConstantValue): void {
  const load = block.instructions[index]!;
  const next = block.instructions[index + 1];
  switch (next?.opcode) {
    case Op.POP_JUMP_IF_FALSE:
    case Op.POP_JUMP_IF_TRUE:
      load.opcode = Op.NOP;
      decide(block, next, isTrue(constant) === (next.opcode === Op.POP_JUMP_IF_TRUE));
      return;
    case Op.JUMP_IF_FALSE_OR_POP:
    case Op.JUMP_IF_TRUE_OR_POP: {
      const jumps = isTrue(constant) === (next.opcode === Op.JUMP_IF_TRUE_OR_POP);
      if (!jumps) load.opcode = Op.NOP;
      decide(block, next, jumps);
      return;
    }
    case Op.IS_OP:
      if (constant.kind === "None") testNone(load, next, block.instructions[index + 2]);
  }
}

function decide(block: Block, jump: Instruction, jumps: boolean): void {
  jump.opcode = jumps ? Pseudo.JUMP : Op.NOP;
  if (jumps) block.leaves = true;
  else jump.target = null;
}

function testNone(load: Instruction, test: Instruction, jump: Instruction | undefined): void {
  if (jump?.opcode !== Op.POP_JUMP_IF_FALSE && jump?.opcode !== Op.POP_JUMP_IF_TRUE) return;
  const isNot = test.arg === 1;
  load.opcode = Op.NOP;
  test.opcode = Op.NOP;
  jump.opcode =
    isNot === (jump.opcode === Op.POP_JUMP_IF_FALSE) ? Op.POP_JUMP_IF_NONE : Op.POP_JUMP_IF_NOT_NONE;
}

/** Two or three values for as many targets need no tuple; a tuple of constants is one (`fold_tuple_on_constants`). */
function optimizeTuple(unit: CompilerUnit, instructions: Instruction[], index: number): void {
  const build = instructions[index]!;
  const next = instructions[index + 1];
  const size = build.arg;
  if (next?.opcode === Op.UNPACK_SEQUENCE && next.arg === size && size >= 1 && size <= 3) {
    build.opcode = Op.NOP;
    next.opcode = size === 1 ? Op.NOP : Op.SWAP;
    return;
  }
  const items = instructions.slice(Math.max(0, index - size), index);
  if (items.length < size || items.some(({ opcode }) => opcode !== Op.LOAD_CONST)) return;
  const tuple = tupleConstant(items.map(({ arg }) => unit.constants.items[arg]!));
  for (const item of items) item.opcode = Op.NOP;
  build.opcode = Op.LOAD_CONST;
  build.arg = unit.addConstant(tuple);
}

/** @returns The index of the last instruction looked at. */
function optimizeSwaps(unit: CompilerUnit, instructions: Instruction[], index: number): number {
  const swap = instructions[index]!;
  if (swap.arg === 1) {
    swap.opcode = Op.NOP;
    return index;
  }
  const last = mergeSwaps(instructions, index);
  if (unit.rules.swapsLocalStores !== false) applyStaticSwaps(instructions, last);
  return last;
}

/** What a jump of the first kind that meets one of the second becomes; it goes where that one goes. */
const threaded: ReadonlyMap<Opcode, ReadonlyMap<Opcode, Opcode>> = new Map<
  Opcode,
  ReadonlyMap<Opcode, Opcode>
>([
  [
    Op.JUMP_IF_FALSE_OR_POP,
    new Map<Opcode, Opcode>([
      [Op.POP_JUMP_IF_FALSE, Op.POP_JUMP_IF_FALSE],
      [Pseudo.JUMP, Op.JUMP_IF_FALSE_OR_POP],
      [Op.JUMP_IF_FALSE_OR_POP, Op.JUMP_IF_FALSE_OR_POP],
    ]),
  ],
  [
    Op.JUMP_IF_TRUE_OR_POP,
    new Map<Opcode, Opcode>([
      [Op.POP_JUMP_IF_TRUE, Op.POP_JUMP_IF_TRUE],
      [Pseudo.JUMP, Op.JUMP_IF_TRUE_OR_POP],
      [Op.JUMP_IF_TRUE_OR_POP, Op.JUMP_IF_TRUE_OR_POP],
    ]),
  ],
  [Op.POP_JUMP_IF_NONE, new Map<Opcode, Opcode>([[Pseudo.JUMP, Op.POP_JUMP_IF_NONE]])],
  [Op.POP_JUMP_IF_NOT_NONE, new Map<Opcode, Opcode>([[Pseudo.JUMP, Op.POP_JUMP_IF_NOT_NONE]])],
  [Op.POP_JUMP_IF_FALSE, new Map<Opcode, Opcode>([[Pseudo.JUMP, Op.POP_JUMP_IF_FALSE]])],
  [Op.POP_JUMP_IF_TRUE, new Map<Opcode, Opcode>([[Pseudo.JUMP, Op.POP_JUMP_IF_TRUE]])],
  [Pseudo.JUMP, new Map<Opcode, Opcode>([[Pseudo.JUMP, Pseudo.JUMP]])],
]);

/** The value decides at the target as well, the other way round: it goes on behind that jump. */
const skipping: ReadonlyMap<Opcode, readonly [readonly Opcode[], Opcode]> = new Map<
  Opcode,
  readonly [readonly Opcode[], Opcode]
>([
  [Op.JUMP_IF_FALSE_OR_POP, [[Op.JUMP_IF_TRUE_OR_POP, Op.POP_JUMP_IF_TRUE], Op.POP_JUMP_IF_FALSE]],
  [Op.JUMP_IF_TRUE_OR_POP, [[Op.JUMP_IF_FALSE_OR_POP, Op.POP_JUMP_IF_FALSE], Op.POP_JUMP_IF_TRUE]],
]);

/** Let a jump that meets a jump of the same line go on at once. @returns Whether anything has changed. */
function threadJump(jump: Instruction): boolean {
  if (jump.target === null) return false;
  jump.target = withInstructions(jump.target);
  const met = jump.target.instructions[0];
  if (met === undefined || met.line !== jump.line) return false;
  const opcode = threaded.get(jump.opcode)?.get(met.opcode);
  if (opcode !== undefined) {
    if (met.target === jump.target) return false;
    jump.target = met.target;
    jump.opcode = opcode;
    return true;
  }
  const skip = skipping.get(jump.opcode);
  if (skip === undefined || !skip[0].includes(met.opcode)) return false;
  jump.opcode = skip[1];
  jump.target = jump.target.next;
  return true;
}
