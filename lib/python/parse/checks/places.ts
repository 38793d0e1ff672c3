/** Checks that statements and expressions stand where they have a meaning. Mirrors errors of Python/compile.c. */

import type { Expression, Keyword, Node } from "../ast";
import type { SourceText } from "../source-text";
import { childNodes } from "./check";
import { refuseDebug } from "./debug-name";
import { checkStarredTarget } from "./starred-targets";

/** What a node stands in. */
interface Place {
  readonly inFunction: boolean;
  readonly inLoop: boolean;
  /** Blocks of the same function around it: loops, `with` items, parts of `try`. */
  readonly blocks: number;
  readonly parent: Node["kind"];
}

/** `CO_MAXBLOCKS`. */
const maxBlocks = 20;
/** Where an expression with a star is one of several. */
const starredParents = new Set<Node["kind"]>(["List", "Tuple", "Set", "Call", "ClassDef"]);

/** Everything in `node`, a Module. */
export function checkPlaces(source: SourceText, node: Node): void {
  new PlaceChecker(source).check(node, {
    inFunction: false,
    inLoop: false,
    blocks: 0,
    parent: "Module",
  });
}

class PlaceChecker {
  readonly #source: SourceText;

  constructor(source: SourceText) {
    this.#source = source;
  }

  check(node: Node, place: Place): void {
    refuseDebug(this.#source, node);
    const inner = { ...place, parent: node.kind };
    switch (node.kind) {
      case "FunctionDef":
        this.#all([...node.decoratorList, node.args, node.returns], inner);
        return this.#all(node.body, { inFunction: true, inLoop: false, blocks: 0, parent: node.kind });
      case "Lambda":
        this.check(node.args, inner);
        return this.check(node.body, { inFunction: true, inLoop: false, blocks: 0, parent: node.kind });
      case "ClassDef":
        this.#checkKeywords(node.keywords);
        this.#all([...node.decoratorList, ...node.bases, ...node.keywords], inner);
        return this.#all(node.body, { inFunction: false, inLoop: false, blocks: 0, parent: node.kind });
      case "Call":
        this.#checkKeywords(node.keywords);
        break;
      case "While":
        this.check(node.test, inner);
        this.#all(node.body, this.#block(node, inner, { inLoop: true }));
        return this.#all(node.orelse, inner);
      case "For":
        checkStarredTarget(this.#source, node.target);
        this.#all([node.target, node.iter], inner);
        this.#all(node.body, this.#block(node, inner, { inLoop: true }));
        return this.#all(node.orelse, inner);
      case "With":
        this.#all(node.items, inner);
        return this.#all(node.body, this.#block(node, inner, {}, node.items.length));
      case "Try":
        return this.#try(node, inner);
      case "Assign":
        for (const target of node.targets) checkStarredTarget(this.#source, target);
        break;
      case "comprehension":
        checkStarredTarget(this.#source, node.target);
        break;
      default:
        this.#checkSimple(node, place);
    }
    this.#all(childNodes(node), inner);
  }

  #checkSimple(node: Node, place: Place): void {
    if (node.kind === "Return" && !place.inFunction) this.#refuse("'return' outside function", node);
    if ((node.kind === "Yield" || node.kind === "YieldFrom") && !place.inFunction)
      this.#refuse("'yield' outside function", node);
    if (node.kind === "Break" && !place.inLoop) this.#refuse("'break' outside loop", node);
    if (node.kind === "Continue" && !place.inLoop) this.#refuse("'continue' not properly in loop", node);
    if (node.kind === "Starred" && !starredParents.has(place.parent))
      this.#refuse("can't use starred expression here", node);
  }

  #try(node: Extract<Node, { kind: "Try" }>, place: Place): void {
    const bare = node.handlers.findIndex((handler) => handler.type === null);
    if (bare >= 0 && bare < node.handlers.length - 1)
      this.#refuse("default 'except:' must be last", node.handlers[bare]!);
    const outer = node.finalbody.length > 0 ? this.#block(node, place) : place;
    this.#all(node.body, node.handlers.length > 0 ? this.#block(node, outer) : outer);
    for (const handler of node.handlers) {
      refuseDebug(this.#source, handler);
      if (handler.type !== null) this.check(handler.type, outer);
      this.#all(handler.body, this.#block(handler, outer, {}, handler.name === null ? 1 : 2));
    }
    this.#all(node.orelse, outer);
    this.#all(node.finalbody, node.finalbody.length > 0 ? this.#block(node, place) : place);
  }

  #block(node: Expression | Node, place: Place, more: Partial<Place> = {}, count = 1): Place {
    const blocks = place.blocks + count;
    if (blocks > maxBlocks && "line" in node) this.#refuse("too many statically nested blocks", node);
    return { ...place, ...more, blocks };
  }

  #checkKeywords(keywords: readonly Keyword[]): void {
    const seen = new Set<string>();
    for (const keyword of keywords) {
      if (keyword.arg === null) continue;
      if (seen.has(keyword.arg)) this.#refuse(`keyword argument repeated: ${keyword.arg}`, keyword);
      seen.add(keyword.arg);
    }
  }

  #all(nodes: readonly (Node | null)[], place: Place): void {
    for (const node of nodes) if (node !== null) this.check(node, place);
  }

  #refuse(message: string, node: { line: number; column: number }): never {
    throw this.#source.syntaxError(message, node);
  }
}
