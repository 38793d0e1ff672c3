/** Iterators of str and bytes. Mirrors `unicodeiter_next` in `Objects/unicodeobject.c`, `striter_next` in `Objects/bytesobject.c`. */

import { Field } from "../../sim/heap/memory-map";
import { incref } from "../../sim/heap/refcount";
import type { Machine } from "../run/machine";
import { returnSelf } from "./iterator-self";
import { bytesOf, makeInt, makeStr, textOf } from "./make-atom";
import { clearReference, createRecord, type RecordKind } from "./native-record";
import type { NativeType } from "./native-type";

/** `it_seq`, and behind it `it_index`, counted in UTF-16 units of a str. */
const SEQUENCE: number = Field.SLOTS;
const INDEX: number = Field.SLOTS + 1;

const STR: RecordKind = {
  name: "str_iterator",
  references: 1,
  words: 1,
  sizeBytes: () => 48,
  isContainer: true,
};
const ASCII: RecordKind = { ...STR, name: "str_ascii_iterator" };
const BYTES: RecordKind = { ...STR, name: "bytes_iterator" };

export const strIteratorType: NativeType = {
  name: STR.name,
  slots: { iterate: returnSelf, next: nextCharacter, lengthHint: charactersAhead },
};

/** From 3.11 on. */
export const strAsciiIteratorType: NativeType = {
  name: ASCII.name,
  slots: { iterate: returnSelf, next: nextCharacter, lengthHint: charactersAhead },
};

export const bytesIteratorType: NativeType = {
  name: BYTES.name,
  slots: { iterate: returnSelf, next: nextByte, lengthHint: bytesAhead },
};

/** `iter(str)`. */
export function createStrIterator(m: Machine, str: number): number {
  incref(m.h, str);
  return createRecord(m, m.rules.containers.asciiIteratorType && isAscii(textOf(m, str)) ? ASCII : STR, str);
}

/** `iter(bytes)`. */
export function createBytesIterator(m: Machine, bytes: number): number {
  incref(m.h, bytes);
  return createRecord(m, BYTES, bytes);
}

function nextCharacter(m: Machine, iterator: number): number {
  const str = m.h.memory[iterator + SEQUENCE]!;
  if (str === 0) return 0;
  const text = textOf(m, str);
  const i = m.h.memory[iterator + INDEX]!;
  if (i < text.length) {
    const character = String.fromCodePoint(text.codePointAt(i)!);
    m.h.memory[iterator + INDEX] = i + character.length;
    return makeStr(m, character);
  }
  clearReference(m, iterator + SEQUENCE);
  return 0;
}

function nextByte(m: Machine, iterator: number): number {
  const bytes = m.h.memory[iterator + SEQUENCE]!;
  if (bytes === 0) return 0;
  const i = m.h.memory[iterator + INDEX]!;
  const byte = bytesOf(m, bytes)[i];
  if (byte !== undefined) {
    m.h.memory[iterator + INDEX] = i + 1;
    return makeInt(m, byte);
  }
  clearReference(m, iterator + SEQUENCE);
  return 0;
}

function charactersAhead(m: Machine, iterator: number): number {
  const str = m.h.memory[iterator + SEQUENCE]!;
  return str === 0 ? 0 : Array.from(textOf(m, str).slice(m.h.memory[iterator + INDEX]!)).length;
}

function bytesAhead(m: Machine, iterator: number): number {
  const bytes = m.h.memory[iterator + SEQUENCE]!;
  return bytes === 0 ? 0 : bytesOf(m, bytes).length - m.h.memory[iterator + INDEX]!;
}

function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 127) return false;
  return true;
}
