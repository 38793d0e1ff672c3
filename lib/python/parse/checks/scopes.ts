/** Checks names against the scopes that they belong to. Mirrors the errors of Python/symtable.c. */

import type { Arguments, Comprehension, Expression, Global, Module, NamedExpr, Node, Nonlocal } from "../ast";
import type { SourceText } from "../source-text";
import { childNodes } from "./check";
import { declarationError } from "./declaration-error";
import { namedExpressionScope } from "./named-expression-scope";
import { type ComprehensionName, Scope, Use } from "./scope";

type ComprehensionNode = Extract<Node, { generators: readonly Comprehension[] }>;

const comprehensionNames: Readonly<Record<ComprehensionNode["kind"], ComprehensionName>> = {
  ListComp: "list comprehension",
  SetComp: "set comprehension",
  DictComp: "dict comprehension",
  GeneratorExp: "generator expression",
};

/** Declarations that come too late or find nothing, twofold parameters, `:=` and `yield` in comprehensions. */
export function checkScopes(source: SourceText, module: Module): void {
  const checker = new ScopeChecker(source);
  for (const statement of module.body) checker.visit(statement);
  checker.checkNonlocals();
}

class ScopeChecker {
  readonly #source: SourceText;
  #scope = new Scope("module", null);
  /** How many iterables of comprehensions stand around. */
  #iterables = 0;
  readonly #nonlocals: { readonly node: Nonlocal; readonly name: string; readonly scope: Scope }[] = [];

  constructor(source: SourceText) {
    this.#source = source;
  }

  visit(node: Node): void {
    switch (node.kind) {
      case "Name":
        return this.#scope.add(node.id, Use.Read);
      case "FunctionDef":
        this.#scope.add(node.name, Use.Bound);
        this.#visitOutside(node.args);
        if (node.returns !== null) this.visit(node.returns);
        this.#visitAll(node.decoratorList);
        return this.#inside(new Scope("function", this.#scope), () => {
          this.#addParameters(node.args);
          this.#visitAll(node.body);
        });
      case "Lambda":
        this.#visitOutside(node.args);
        return this.#inside(new Scope("function", this.#scope), () => {
          this.#addParameters(node.args);
          this.visit(node.body);
        });
      case "ClassDef":
        this.#scope.add(node.name, Use.Bound);
        this.#visitAll([...node.bases, ...node.keywords, ...node.decoratorList]);
        return this.#inside(new Scope("class", this.#scope), () => this.#visitAll(node.body));
      case "Assign":
        for (const target of node.targets) this.#bind(target);
        return this.visit(node.value);
      case "AugAssign":
        this.#bind(node.target);
        return this.visit(node.value);
      case "AnnAssign":
        return this.#visitAnnotated(node);
      case "Delete":
        for (const target of node.targets) this.#bind(target);
        return;
      case "For":
        this.#bind(node.target);
        return this.#visitAll([node.iter, ...node.body, ...node.orelse]);
      case "withitem":
        this.visit(node.contextExpr);
        return node.optionalVars === null ? undefined : this.#bind(node.optionalVars);
      case "ExceptHandler":
        if (node.type !== null) this.visit(node.type);
        if (node.name !== null) this.#scope.add(node.name, Use.Bound);
        return this.#visitAll(node.body);
      case "alias":
        return this.#scope.add(node.asname ?? node.name.split(".", 1)[0]!, Use.Bound);
      case "Global":
      case "Nonlocal":
        return this.#declare(node);
      case "NamedExpr":
        return this.#visitNamed(node);
      case "ListComp":
      case "SetComp":
      case "DictComp":
      case "GeneratorExp":
        return this.#visitComprehension(node);
      case "Yield":
      case "YieldFrom":
        if (this.#scope.comprehension !== null)
          throw this.#source.syntaxError(`'yield' inside ${this.#scope.comprehension}`, node);
        return this.#visitAll(childNodes(node));
      default:
        return this.#visitAll(childNodes(node));
    }
  }

  /** `nonlocal` may stand before the binding that it finds, so it is checked at the end. */
  checkNonlocals(): void {
    for (const { node, name, scope } of this.#nonlocals) {
      if (scope.kind === "module")
        throw this.#source.syntaxError("nonlocal declaration not allowed at module level", node);
      if (scope.uses(name) & Use.Global)
        throw this.#source.syntaxError(`name '${name}' is nonlocal and global`, node);
      if (!scope.findsOutside(name))
        throw this.#source.syntaxError(`no binding for nonlocal '${name}' found`, node);
    }
  }

  #visitAll(nodes: readonly Node[]): void {
    for (const node of nodes) this.visit(node);
  }

  #inside(scope: Scope, visit: () => void): void {
    const outer = this.#scope;
    this.#scope = scope;
    visit();
    this.#scope = outer;
  }

  /** Defaults and annotations belong to the scope of the definition. */
  #visitOutside(args: Arguments): void {
    this.#visitAll([...args.defaults, ...args.kwDefaults.filter((value) => value !== null)]);
    for (const { annotation } of parametersOf(args)) if (annotation !== null) this.visit(annotation);
  }

  #addParameters(args: Arguments): void {
    for (const parameter of parametersOf(args)) {
      if (this.#scope.uses(parameter.arg) & Use.Parameter)
        throw this.#source.syntaxError(
          `duplicate argument '${parameter.arg}' in function definition`,
          parameter,
        );
      this.#scope.add(parameter.arg, Use.Parameter);
    }
  }

  #bind(target: Expression): void {
    if (target.kind === "Name") this.#bindName(target.id, target);
    else if (target.kind === "Starred") this.#bind(target.value);
    else if (target.kind === "List" || target.kind === "Tuple")
      for (const element of target.elts) this.#bind(element);
    else this.visit(target);
  }

  #bindName(name: string, place: Expression): void {
    const scope = this.#scope;
    if (scope.inTarget) {
      // `[(x := 1) for y in z for x in w]`
      if (scope.uses(name) & (Use.Global | Use.Nonlocal))
        throw this.#source.syntaxError(
          `comprehension inner loop cannot rebind assignment expression target '${name}'`,
          place,
        );
      scope.add(name, Use.Iteration);
    }
    scope.add(name, Use.Bound);
  }

  #visitAnnotated(node: Extract<Node, { kind: "AnnAssign" }>): void {
    const { target } = node;
    if (target.kind === "Name") {
      const declared = this.#scope.uses(target.id) & (Use.Global | Use.Nonlocal);
      if (declared && this.#scope.kind !== "module" && node.simple) {
        const word = declared & Use.Global ? "global" : "nonlocal";
        throw this.#source.syntaxError(`annotated name '${target.id}' can't be ${word}`, node);
      }
      if (node.simple) this.#scope.add(target.id, Use.Annotated);
      if (node.simple || node.value !== null) this.#scope.add(target.id, Use.Bound);
    } else this.visit(target);
    this.visit(node.annotation);
    if (node.value !== null) this.visit(node.value);
  }

  #declare(node: Global | Nonlocal): void {
    for (const name of node.names) {
      const message = declarationError(node.kind, name, this.#scope.uses(name));
      if (message !== null) throw this.#source.syntaxError(message, node);
      this.#scope.add(name, node.kind === "Global" ? Use.Global : Use.Nonlocal);
      if (node.kind === "Nonlocal") this.#nonlocals.push({ node, name, scope: this.#scope });
    }
  }

  #visitNamed(node: NamedExpr): void {
    const { scope, error } = namedExpressionScope(this.#scope, node.target.id, this.#iterables > 0);
    if (error !== null) throw this.#source.syntaxError(error, node);
    this.visit(node.value);
    scope.add(node.target.id, Use.Bound);
  }

  #visitComprehension(node: ComprehensionNode): void {
    const [outermost, ...others] = node.generators;
    this.#visitIterable(outermost!);
    this.#inside(new Scope("function", this.#scope, comprehensionNames[node.kind]), () => {
      this.#visitGenerator(outermost!);
      for (const generator of others) {
        this.#bindTarget(generator.target);
        this.#visitIterable(generator);
        this.#visitAll(generator.ifs);
      }
      this.#visitAll(node.kind === "DictComp" ? [node.key, node.value] : [node.elt]);
    });
  }

  #visitIterable({ iter }: Comprehension): void {
    this.#iterables++;
    this.visit(iter);
    this.#iterables--;
  }

  #visitGenerator({ target, ifs }: Comprehension): void {
    this.#bindTarget(target);
    this.#visitAll(ifs);
  }

  #bindTarget(target: Expression): void {
    this.#scope.inTarget = true;
    this.#bind(target);
    this.#scope.inTarget = false;
  }
}

/** In the order in which CPython enters them. */
function parametersOf(args: Arguments): Arguments["args"] {
  const { posonlyargs, args: positional, kwonlyargs, vararg, kwarg } = args;
  return [
    ...posonlyargs,
    ...positional,
    ...kwonlyargs,
    ...(vararg ? [vararg] : []),
    ...(kwarg ? [kwarg] : []),
  ];
}
