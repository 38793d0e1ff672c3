import { expect, test } from "vitest";
import { linesOf } from "./output-of";

test("a generator function with one yield is a context manager", () => {
  const source = `
from contextlib import contextmanager
@contextmanager
def managed(x):
    print("enter", x)
    try: yield x * 2
    except ValueError as e: print("caught", e)
    finally: print("exit")
with managed(2) as y: print(y)
with managed(3): raise ValueError("v")
try:
    with managed(4): raise KeyError("k")
except KeyError as e: print("KeyError", e)
`;
  expect(linesOf(source)).toEqual([
    "enter 2",
    "4",
    "exit",
    "enter 3",
    "caught v",
    "exit",
    "enter 4",
    "exit",
    "KeyError 'k'",
  ]);
});

test("a generator that yields never or twice is refused", () => {
  const source = `
from contextlib import contextmanager
@contextmanager
def never():
    if 0: yield
@contextmanager
def twice():
    yield
    yield
for bad in never, twice:
    try:
        with bad(): pass
    except RuntimeError as e: print(e)
`;
  expect(linesOf(source)).toEqual(["generator didn't yield", "generator didn't stop"]);
});

test("suppress, closing and nullcontext do what their names say", () => {
  const source = `
from contextlib import suppress, closing, nullcontext
class Thing:
    def close(self): print("closed")
with suppress(ZeroDivisionError): 1 / 0
with closing(Thing()): pass
with nullcontext(5) as n: print(n)
`;
  expect(linesOf(source)).toEqual(["closed", "5"]);
});
