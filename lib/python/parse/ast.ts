/**
 * The tree of a Python program. Mirrors Parser/Python.asdl: `kind` is CPython's class name, fields are CPython's in
 * camelCase, and a node's fields stand in CPython's order.
 *
 * Left out: `ctx` (a target's place says it), `type_comment`, `kind` of a Constant, and the end of statements.
 */

/** Where a node begins. */
export interface Position {
  /** `lineno`: 1-based. */
  readonly line: number;
  /** 0-based, in characters (code points). CPython's `col_offset` counts bytes of UTF-8. */
  readonly column: number;
}

/** Where a node begins and where the character after it is. */
export interface Span extends Position {
  /** `end_lineno`. */
  readonly endLine: number;
  /** `end_col_offset`, in characters. */
  readonly endColumn: number;
}

/** A node that has a place in the source. */
type At<Fields> = Readonly<Fields> & Position;
type From<Fields> = Readonly<Fields> & Span;
type Many<T> = readonly T[];

/** A program. */
export interface Module {
  readonly kind: "Module";
  readonly body: Many<Statement>;
}

export type FunctionDef = At<{
  kind: "FunctionDef";
  name: string;
  args: Arguments;
  body: Many<Statement>;
  decoratorList: Many<Expression>;
  returns: Expression | null;
}>;
export type ClassDef = At<{
  kind: "ClassDef";
  name: string;
  bases: Many<Expression>;
  keywords: Many<Keyword>;
  body: Many<Statement>;
  decoratorList: Many<Expression>;
}>;
export type Return = At<{ kind: "Return"; value: Expression | null }>;
export type Delete = At<{ kind: "Delete"; targets: Many<Expression> }>;
export type Assign = At<{ kind: "Assign"; targets: Many<Expression>; value: Expression }>;
export type AugAssign = At<{
  kind: "AugAssign";
  target: Expression;
  op: BinaryOperator;
  value: Expression;
}>;
/** `simple` is 1 for a name without parentheses, the only target that is entered in `__annotations__`. */
export type AnnAssign = At<{
  kind: "AnnAssign";
  target: Expression;
  annotation: Expression;
  value: Expression | null;
  simple: 0 | 1;
}>;
export type For = At<{
  kind: "For";
  target: Expression;
  iter: Expression;
  body: Many<Statement>;
  orelse: Many<Statement>;
}>;
export type While = At<{
  kind: "While";
  test: Expression;
  body: Many<Statement>;
  orelse: Many<Statement>;
}>;
/** An `elif` is an If as the only statement of `orelse`. */
export type If = At<{ kind: "If"; test: Expression; body: Many<Statement>; orelse: Many<Statement> }>;
export type With = At<{ kind: "With"; items: Many<WithItem>; body: Many<Statement> }>;
export type Raise = At<{ kind: "Raise"; exc: Expression | null; cause: Expression | null }>;
export type Try = At<{
  kind: "Try";
  body: Many<Statement>;
  handlers: Many<ExceptHandler>;
  orelse: Many<Statement>;
  finalbody: Many<Statement>;
}>;
export type Assert = At<{ kind: "Assert"; test: Expression; msg: Expression | null }>;
export type Import = At<{ kind: "Import"; names: Many<Alias> }>;
/** `level` is the number of leading dots. */
export type ImportFrom = At<{
  kind: "ImportFrom";
  module: string | null;
  names: Many<Alias>;
  level: number;
}>;
export type Global = At<{ kind: "Global"; names: Many<string> }>;
export type Nonlocal = At<{ kind: "Nonlocal"; names: Many<string> }>;
/** An expression as a statement. */
export type Expr = At<{ kind: "Expr"; value: Expression }>;
export type Pass = At<{ kind: "Pass" }>;
export type Break = At<{ kind: "Break" }>;
export type Continue = At<{ kind: "Continue" }>;

export type Statement =
  | (FunctionDef | ClassDef | Return | Delete | Assign | AugAssign | AnnAssign | For | While | If | With)
  | (Raise | Try | Assert | Import | ImportFrom | Global | Nonlocal | Expr | Pass | Break | Continue);

export type BoolOp = From<{ kind: "BoolOp"; op: "And" | "Or"; values: Many<Expression> }>;
export type NamedExpr = From<{ kind: "NamedExpr"; target: Name; value: Expression }>;
export type BinOp = From<{ kind: "BinOp"; left: Expression; op: BinaryOperator; right: Expression }>;
export type UnaryOp = From<{ kind: "UnaryOp"; op: UnaryOperator; operand: Expression }>;
export type Lambda = From<{ kind: "Lambda"; args: Arguments; body: Expression }>;
export type IfExp = From<{ kind: "IfExp"; test: Expression; body: Expression; orelse: Expression }>;
/** The key of `**mapping` is null. */
export type Dict = From<{ kind: "Dict"; keys: Many<Expression | null>; values: Many<Expression> }>;
export type SetDisplay = From<{ kind: "Set"; elts: Many<Expression> }>;
export type ListComp = From<{ kind: "ListComp"; elt: Expression; generators: Many<Comprehension> }>;
export type SetComp = From<{ kind: "SetComp"; elt: Expression; generators: Many<Comprehension> }>;
export type DictComp = From<{
  kind: "DictComp";
  key: Expression;
  value: Expression;
  generators: Many<Comprehension>;
}>;
export type GeneratorExp = From<{ kind: "GeneratorExp"; elt: Expression; generators: Many<Comprehension> }>;
export type Yield = From<{ kind: "Yield"; value: Expression | null }>;
export type YieldFrom = From<{ kind: "YieldFrom"; value: Expression }>;
/** `left ops[0] comparators[0] ops[1] comparators[1] ...` */
export type Compare = From<{
  kind: "Compare";
  left: Expression;
  ops: Many<ComparisonOperator>;
  comparators: Many<Expression>;
}>;
export type Call = From<{
  kind: "Call";
  func: Expression;
  args: Many<Expression>;
  keywords: Many<Keyword>;
}>;
/** `conversion`: the character code of s, r or a; -1 for none. */
export type FormattedValue = From<{
  kind: "FormattedValue";
  value: Expression;
  conversion: -1 | 97 | 114 | 115;
  formatSpec: JoinedStr | null;
}>;
/** An f-string: str Constants and FormattedValues, adjacent Constants joined, empty ones left out. */
export type JoinedStr = From<{ kind: "JoinedStr"; values: Many<Expression> }>;
export type Constant = From<{ kind: "Constant"; value: ConstantValue }>;
export type Attribute = From<{ kind: "Attribute"; value: Expression; attr: string }>;
export type Subscript = From<{ kind: "Subscript"; value: Expression; slice: Expression }>;
export type Starred = From<{ kind: "Starred"; value: Expression }>;
/** `id` is in normal form NFKC. */
export type Name = From<{ kind: "Name"; id: string }>;
export type List = From<{ kind: "List"; elts: Many<Expression> }>;
export type Tuple = From<{ kind: "Tuple"; elts: Many<Expression> }>;
/** Stands only in the `slice` of a Subscript, alone or in a Tuple. */
export type Slice = From<{
  kind: "Slice";
  lower: Expression | null;
  upper: Expression | null;
  step: Expression | null;
}>;

export type Expression =
  | (BoolOp | NamedExpr | BinOp | UnaryOp | Lambda | IfExp | Dict | SetDisplay | ListComp | SetComp)
  | (DictComp | GeneratorExp | Yield | YieldFrom | Compare | Call | FormattedValue | JoinedStr)
  | (Constant | Attribute | Subscript | Starred | Name | List | Tuple | Slice);

/** The value of a literal. `type` keeps 1, 1.0 and True apart. */
export type ConstantValue =
  | { readonly type: "int"; readonly value: bigint }
  | { readonly type: "float"; readonly value: number }
  /** A literal has no real part; `value` is the imaginary one. */
  | { readonly type: "complex"; readonly value: number }
  | { readonly type: "str"; readonly value: string }
  /** One character of code 0 to 255 for each byte. */
  | { readonly type: "bytes"; readonly value: string }
  | { readonly type: "bool"; readonly value: boolean }
  | { readonly type: "None" }
  | { readonly type: "Ellipsis" };

export type BinaryOperator =
  | ("Add" | "Sub" | "Mult" | "MatMult" | "Div" | "Mod" | "Pow")
  | ("LShift" | "RShift" | "BitOr" | "BitXor" | "BitAnd" | "FloorDiv");
export type UnaryOperator = "Invert" | "Not" | "UAdd" | "USub";
export type ComparisonOperator =
  | "Eq"
  | "NotEq"
  | "Lt"
  | "LtE"
  | "Gt"
  | "GtE"
  | "Is"
  | "IsNot"
  | "In"
  | "NotIn";

/**
 * Parameters. `defaults` belong to the last of `posonlyargs` and `args` together; `kwDefaults` has one entry for each
 * of `kwonlyargs`, null where there is no default.
 */
export interface Arguments {
  readonly kind: "arguments";
  readonly posonlyargs: Many<Arg>;
  readonly args: Many<Arg>;
  readonly vararg: Arg | null;
  readonly kwonlyargs: Many<Arg>;
  readonly kwDefaults: Many<Expression | null>;
  readonly kwarg: Arg | null;
  readonly defaults: Many<Expression>;
}
export type Arg = At<{ kind: "arg"; arg: string; annotation: Expression | null }>;
/** An argument by name; `arg` is null for `**mapping`. */
export type Keyword = At<{ kind: "keyword"; arg: string | null; value: Expression }>;
export type Alias = At<{ kind: "alias"; name: string; asname: string | null }>;
export interface WithItem {
  readonly kind: "withitem";
  readonly contextExpr: Expression;
  readonly optionalVars: Expression | null;
}
export type ExceptHandler = At<{
  kind: "ExceptHandler";
  type: Expression | null;
  name: string | null;
  body: Many<Statement>;
}>;
export interface Comprehension {
  readonly kind: "comprehension";
  readonly target: Expression;
  readonly iter: Expression;
  readonly ifs: Many<Expression>;
}

/** Every node of the tree. */
export type Node =
  | (Module | Statement | Expression | Arguments | Arg | Keyword | Alias)
  | (WithItem | ExceptHandler | Comprehension);
