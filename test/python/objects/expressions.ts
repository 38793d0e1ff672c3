/** Many expressions from few parts: every value with every operation. */

const floats = (
  "0.0 -0.0 1.0 0.1 1e16 1e15 123456789.123 1e-5 1e-4 0.00012345 1e22 1e23 2.5 -2.5 0.5 1e100 5e-324 " +
  "1.7976931348623157e308 -1234567.891 999999.5 2.675 9007199254740993.0 float('inf') -float('inf') float('nan')"
).split(" ");

const ints =
  "0 1 -1 3 -7 10 255 256 -6 65 1234 -1234567 2**30 -2**30 2**53 2**53+1 -2**53 2**60 2**64 10**20 -10**20 True False".split(
    " ",
  );

const texts = [
  '"hello world"',
  '""',
  '"aaa"',
  '"  a b  c "',
  '"Hello World"',
  '"x,y,,z"',
  '"a\\tb\\tc"',
  '"l1\\nl2\\r\\nl3\\x0bq\\u2028z"',
  '"ünïcödé"',
  '"😀a😀b"',
  '"ǆ ß ﬁ"',
  '"१२²½"',
  '"-42"',
  '"Σας ΟΔΟΣ"',
  '"\\x00\\x7f\\xa0\\xad"',
  '"it\'s"',
  '"both\' \\""',
];

const floatSpecs = [
  ..." .0f .2f .3e .0e g .3g #g #.0f +.2f 010.2f >12.2f ^12.3e *<15.4g , 015,.2f _.3f % .1% E G .3 .17g .20f n".split(
    " ",
  ),
  "",
  " .3f",
  "=+12.3f",
  "x=+12.3f",
  "010,",
];

const intSpecs = [
  ..."d b o x X c n #b #o #x #X +d 08d <8d ^8d =+8d *^12d , _ 015, _x #_x 020_b e .2f % g #010x 5c 09, 08, 07, 06, s r".split(
    " ",
  ),
  "",
  " d",
];

const strSpecs = ["", "s", "5", "<5", ">5", "^5", "*^7", ".2", "5.1", ">5.2s", "<05", "é>6", "=5", "{<4"];

const strMethods = [
  ..."lower upper title capitalize swapcase casefold isalpha isalnum isdecimal isdigit isnumeric isspace".split(
    " ",
  ),
  ..."isascii isprintable isidentifier islower isupper istitle split rsplit splitlines strip encode".split(
    " ",
  ),
].map((name) => `.${name}()`);

const strOperations = [
  ...strMethods,
  ".split(None, 1)",
  ".split('a', 1)",
  ".rsplit(None, 1)",
  ".rsplit(',', 2)",
  ".splitlines(True)",
  ".partition('a')",
  ".rpartition('zz')",
  ".strip('a h')",
  ".rstrip('d3z')",
  ".find('a', 1)",
  ".rfind('')",
  ".find('', 50)",
  ".find('l', None, -3)",
  ".count('')",
  ".count('aa')",
  ".startswith(('h', 'a'))",
  ".endswith('b', 0, 2)",
  ".replace('a', 'X', 1)",
  ".replace('', '-')",
  ".zfill(10)",
  ".center(11, '-')",
  ".center(12, '-')",
  ".expandtabs(4)",
  ".join(['x', 'y'])",
  ".translate({97: 'AA', 98: None, 99: 100})",
  ".encode('ascii', 'backslashreplace')",
  "[::-1]",
  "[1:3]",
  "[5:1:-1]",
  " * 2",
  " + 'z'",
  " < 'hello'",
];

const intOperators = ["+", "-", "*", "//", "%", "/", "&", "|", "^", "==", "<"];

const intFunctions = [
  ..."-({}) ~({}) abs({}) bool({}) hash({}) float({}) ({}).bit_length() hex({}) bin({}) round({},-2)".split(
    " ",
  ),
  ..."divmod({},-7) pow({},5,7) pow({},-1,11) ({})*1.5 ({})%0.7 ({})//0.7 ({})<float({}) ({})<<31 ({})>>5".split(
    " ",
  ),
  "int.from_bytes(({}).to_bytes(20, 'little', signed=True), 'little', signed=True)",
];

const floatFunctions = (
  "repr({}) int({}) round({}) round({},1) round({},-1) round({},20) ({}).is_integer() ({}).as_integer_ratio() " +
  "({}).hex() divmod({},3) divmod({},-3.5) float(str({})) power({},2) power({},-3) power({},10) ({})==1 ({})<10**400"
).split(" ");

const numerals = [
  ..."1 1.5 1e5 .5 5. 1_000.5 inf -inf nan +Infinity 1e400 0x10 1.5.5 - 1e ١٢ 1__0 _1 0b101 0o17 -0x1F 00 010 zz 0x".split(
    " ",
  ),
  "",
  " 1.5 ",
  "\\t1\\n",
  "- 7",
];

/** Every third: three neighbours are much alike. */
function thinned(expressions: readonly string[]): readonly string[] {
  return expressions.filter((_, i) => i % 3 === 0);
}

/** Format specs of floats, ints and strs. */
export const formats: readonly string[] = thinned([
  ...floats.flatMap((value) => floatSpecs.map((spec) => `format(${value}, '${spec}')`)),
  ...ints.flatMap((value) => intSpecs.map((spec) => `format(${value}, '${spec}')`)),
  ...texts.slice(0, 10).flatMap((text) => strSpecs.map((spec) => `format(${text}, '${spec}')`)),
]);

/** Methods and operators of str. */
export const strs: readonly string[] = thinned(
  texts.flatMap((text) => [
    `ascii(${text})`,
    `len(${text})`,
    ...strOperations.map((operation) => text + operation),
  ]),
);

/** Arithmetic of ints. */
export const arithmetic: readonly string[] = thinned([
  ...ints.flatMap((a, i) =>
    ints.map((b, k) => `(${a}) ${intOperators[(i * 5 + k * 3) % intOperators.length]} (${b})`),
  ),
  ...ints.flatMap((value) => intFunctions.map((call) => call.replaceAll("{}", value))),
]);

/** Floats, and numbers read from texts. */
export const numbers: readonly string[] = [
  ...floats.flatMap((value) => floatFunctions.map((call) => call.replaceAll("{}", value))),
  ...["0.1", "2.5", "7.3", "10.0", "1.0000001", "1e16", "255"].flatMap((x) =>
    ["-20", "-3", "0.5", "-0.5", "1.5", "17", "1/3", "100.0"].map((e) => `power(${x}, ${e})`),
  ),
  ...numerals.flatMap((text) => [
    `float("${text}")`,
    `int("${text}")`,
    `int("${text}", 0)`,
    `int("${text}", 16)`,
    `int("${text}", 36)`,
  ]),
];
