/** UTF-8. Mirrors `Objects/stringlib/codecs.h`. */

/** The bytes of a text without lone surrogates. */
export function encodeUtf8(text: string): Uint8Array {
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0)!;
    if (code < 0x80) bytes.push(code);
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), tail(code));
    else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), tail(code >> 6), tail(code));
    else bytes.push(0xf0 | (code >> 18), tail(code >> 12), tail(code >> 6), tail(code));
  }
  return Uint8Array.from(bytes);
}

/** A text, or what is wrong with the first bytes that are none. */
export interface Decoded {
  readonly text: string;
  /** `byte 0xff in position 0: invalid start byte`; null = nothing, or it was ignored or replaced. */
  readonly fault: string | null;
}

/** The text of bytes. @param errors - "strict", "ignore" or "replace". */
export function decodeUtf8(bytes: Uint8Array, errors: string): Decoded {
  let text = "";
  for (let i = 0; i < bytes.length; ) {
    const { length, reason } = sequenceAt(bytes, i);
    if (reason === null) text += characterAt(bytes, i, length);
    else if (errors === "replace") text += "\ufffd";
    else if (errors !== "ignore") return { text, fault: describe(bytes, i, length, reason) };
    i += length;
  }
  return { text, fault: null };
}

/** The bytes of one character, or those that begin one wrongly. */
function sequenceAt(bytes: Uint8Array, i: number): { length: number; reason: string | null } {
  const first = bytes[i]!;
  if (first < 0x80) return { length: 1, reason: null };
  const needed =
    first >= 0xc2 && first < 0xe0
      ? 2
      : first >= 0xe0 && first < 0xf0
        ? 3
        : first >= 0xf0 && first < 0xf5
          ? 4
          : 0;
  if (needed === 0) return { length: 1, reason: "invalid start byte" };
  for (let length = 1; length < needed; length++) {
    const byte = bytes[i + length];
    if (byte === undefined) return { length, reason: "unexpected end of data" };
    const [low, high] = length === 1 ? secondByte(first) : [0x80, 0xbf];
    if (byte < low || byte > high) return { length, reason: "invalid continuation byte" };
  }
  return { length: needed, reason: null };
}

/** What may follow: no longer form than needed, no surrogates, nothing beyond U+10FFFF. */
function secondByte(first: number): readonly [low: number, high: number] {
  if (first === 0xe0) return [0xa0, 0xbf];
  if (first === 0xed) return [0x80, 0x9f];
  if (first === 0xf0) return [0x90, 0xbf];
  return first === 0xf4 ? [0x80, 0x8f] : [0x80, 0xbf];
}

function characterAt(bytes: Uint8Array, i: number, length: number): string {
  let code = length === 1 ? bytes[i]! : bytes[i]! & (0x7f >> length);
  for (let k = 1; k < length; k++) code = (code << 6) | (bytes[i + k]! & 0x3f);
  return String.fromCodePoint(code);
}

function describe(bytes: Uint8Array, i: number, length: number, reason: string): string {
  if (length > 1) return `bytes in position ${i}-${i + length - 1}: ${reason}`;
  return `byte 0x${bytes[i]!.toString(16).padStart(2, "0")} in position ${i}: ${reason}`;
}

function tail(code: number): number {
  return 0x80 | (code & 0x3f);
}
