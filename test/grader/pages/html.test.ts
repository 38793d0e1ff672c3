import { expect, test } from "vitest";
import { html } from "../../../lib/grader/pages/html";

test("text that is put in is escaped, HTML that is put in is not, lists are joined", () => {
  const rows = ["<i>", "\"&'"].map((text) => html`<li>${text}</li>`);
  expect(html`<ul title="${'"'}">${rows}${undefined}${3}</ul>`.html).toBe(
    '<ul title="&quot;"><li>&lt;i&gt;</li><li>&quot;&amp;&#39;</li>3</ul>',
  );
});

test("control characters and those that change the direction of text are shown as replaced", () => {
  expect(html`${"a\u202eb\u0000c\x1b[31md\n\te"}`.html).toBe("a\ufffdb\ufffdc\ufffd[31md\n\te");
});
