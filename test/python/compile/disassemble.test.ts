import { expect, test } from "vitest";
import { compileModule } from "../../../lib/dist/python/compile/compile";
import { disassemble } from "../../../lib/dist/python/compile/disassemble";
import { parse } from "../../../lib/dist/python/parse/parse";
import { py311 } from "../../../lib/dist/sim/profile/py311";

test("code is shown with source lines, jump targets, the meaning of arguments and the exception table", () => {
  const source = "def f(a):\n    try:\n        return a.b + 1\n    finally:\n        print('x', end='')\n";
  expect(disassemble(compileModule(parse(source), py311.evaluation.compiler))).toMatchInlineSnapshot(`
    "   0       0 RESUME                  0
       1       1 LOAD_CONST              0 (<code object f, line 1>)
               2 MAKE_FUNCTION           0
               3 STORE_NAME              0 (f)
               4 LOAD_CONST              1 (None)
               5 RETURN_VALUE

    Disassembly of <code object f, line 1>:
       1       0 RESUME                  0
       2       1 NOP
       3       2 LOAD_FAST               0 (a)
               3 LOAD_ATTR               0 (b)
               4 LOAD_CONST              1 (1)
               5 BINARY_OP               0 (+)
       5       6 PUSH_NULL
               7 LOAD_GLOBAL             1 (print)
               8 LOAD_CONST              2 ('x')
               9 LOAD_CONST              3 ('')
              10 KW_NAMES                4 (('end',))
              11 CALL                    2
              12 POP_TOP
              13 RETURN_VALUE
         >>   14 PUSH_EXC_INFO
       5      15 PUSH_NULL
              16 LOAD_GLOBAL             1 (print)
              17 LOAD_CONST              2 ('x')
              18 LOAD_CONST              3 ('')
              19 KW_NAMES                4 (('end',))
              20 CALL                    2
              21 POP_TOP
              22 RERAISE                 0
         >>   23 COPY                    3
              24 POP_EXCEPT
              25 RERAISE                 1
    ExceptionTable:
      2 to 5 -> 14 [0]
      14 to 22 -> 23 [1] lasti"
  `);
});
