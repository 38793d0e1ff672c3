import { expect, test } from "vitest";
import { csvRows } from "../../lib/grader/csv-rows";

test("quoted cells keep commas, quotes and line breaks", () => {
  expect(csvRows('student,name\nana,"Lee, ""Ana""\nMaria"\n')).toEqual([
    ["student", "name"],
    ["ana", 'Lee, "Ana"\nMaria'],
  ]);
});

test("a byte order mark, CRLF, empty rows and a last line without an end are all fine", () => {
  expect(csvRows("\ufeffstudent,name\r\n\r\nana,\r\n ,\r\nbela,B")).toEqual([
    ["student", "name"],
    ["ana", ""],
    ["bela", "B"],
  ]);
});

test("semicolons separate where the first line has them and no comma", () => {
  expect(csvRows("student;name\nana;Lee, Ana\n")).toEqual([
    ["student", "name"],
    ["ana", "Lee, Ana"],
  ]);
});

test("a quote that is never closed is an error with its row", () => {
  expect(() => csvRows('student\n"ana\n')).toThrow("The quotes in row 2 do not pair up.");
});
