/** The frame of every page: one self-contained file that runs nothing and loads nothing. */

import { type Html, html } from "./html";
import { pageStyle } from "./page-style";

/** A whole HTML document around `body`. */
export function pageFrame(title: string, body: Html): string {
  const style: Html = { html: pageStyle };
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
<main>
${body}
</main>
</body>
</html>
`.html;
}
