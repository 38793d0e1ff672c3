import { expect, test } from "vitest";
import { classPage } from "../../../lib/grader/pages/class-page";
import { pageNames } from "../../../lib/grader/pages/page-names";
import { type ClassMember, reportOf } from "../report-of";

function pageOf(members: readonly ClassMember[], exercises?: readonly string[]): string {
  return classPage(reportOf(members, exercises), pageNames(members.map(({ student }) => student)));
}

test("a page runs nothing, loads nothing and takes a student's name for text", () => {
  const page = pageOf([{ student: '<img src=x onerror="alert(1)">', points: 1 }]);
  expect(page).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
  expect(page).not.toMatch(/<(?:img|script|link|iframe)|https?:/);
  expect(page).toContain("&lt;img src=x onerror=&quot;alert(1)&quot;&gt;");
});

test("the class at a glance: how many, the mean, the median, who has everything, who is flagged", () => {
  const page = pageOf([
    { student: "ana", points: 2 },
    { student: "bela", points: 2, flags: ["several-answers"] },
    { student: "chen", points: 1 },
    { student: "dana", points: 0 },
  ]);
  const figures = [...page.matchAll(/<b>([\d.]+)<\/b><small>([^<]+)</g)].map(
    ([, value, label]) => `${value} ${label}`,
  );
  expect(figures).toEqual([
    "4 students",
    "1.3 mean of 2 points",
    "1.5 median",
    "2 with all points",
    "1 flagged, to look at",
  ]);
  expect(page).toContain("3 of 4 reached half of the points or more");
});

test("a row shows each test's verdict while there is room, and each exercise's points when there is not", () => {
  const many = Array.from({ length: 13 }, (_, index) => `${index + 10}-exercise`);
  expect(pageOf([{ student: "ana", points: 1 }])).toContain('aria-label="1 of 2 tests passed"');
  expect(pageOf([{ student: "ana", points: 1 }], many)).not.toContain("tests passed");
});

test("a student is shown by the roster's name, with what the submission is called beside it", () => {
  expect(pageOf([{ student: "s123", name: "Ana Lee", points: 1 }])).toContain(
    '<a href="students/s123.html"><bdi>Ana Lee</bdi></a> <span class="note"><bdi>s123</bdi></span>',
  );
});
