/** The look of every page: the kit's palette, light and dark, one column, readable on paper and on a phone. */

/** The style sheet. Blue `--ok` and vermilion `--bad` are fills; each is doubled by a sign, a word or a position. */
export const pageStyle = `
:root { color-scheme: light dark; --ink: #1a1a1a; --muted: #5c5c5c; --paper: #fff; --panel: #f5f6f8; --line: #d9dce1;
  --ok: #4C9FD8; --bad: #CB4410; --ok-text: #1c6296; --bad-text: #b23a0c; --track: #e3e6ea; }
@media (prefers-color-scheme: dark) { :root { --ink: #ececec; --muted: #a9adb3; --paper: #1c1e21; --panel: #26292d;
  --line: #3b3f45; --ok-text: #86c3ee; --bad-text: #f59a75; --track: #383c42; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 15px/1.5 Helvetica, Arial, "Liberation Sans", sans-serif; }
main { max-width: 1040px; margin: 0 auto; padding: 40px 28px 56px; }
h1 { font-size: 28px; line-height: 1.2; margin: 0 0 4px; overflow-wrap: anywhere; }
h2 { font-size: 19px; margin: 44px 0 4px; }
p { margin: 0 0 12px; max-width: 72ch; }
a { color: var(--ok-text); }
a:focus-visible { outline: 3px solid var(--ok); outline-offset: 2px; }
.sub, .note { color: var(--muted); }
div + .note { margin-top: 24px; }
.sub b { color: var(--ink); }
.numbers { display: flex; flex-wrap: wrap; gap: 12px; margin: 24px 0 0; padding: 0; list-style: none; }
.numbers li { flex: 1 1 150px; background: var(--panel); border-radius: 8px; padding: 14px 18px; }
.numbers b { display: block; font-size: 27px; line-height: 1.2; font-variant-numeric: tabular-nums; }
.numbers small { color: var(--muted); font-size: 13px; }
figure { margin: 12px 0 0; overflow-x: auto; }
figcaption { color: var(--muted); font-size: 13px; }
svg { display: block; width: 100%; min-width: 600px; height: auto; margin-top: 10px; font-size: 13px; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; margin-top: 10px; font-variant-numeric: tabular-nums; }
th { text-align: left; font-size: 13px; font-weight: 600; color: var(--muted); border-bottom: 1px solid var(--line); }
th, td { padding: 7px 14px 7px 0; vertical-align: baseline; }
td { border-bottom: 1px solid var(--line); }
td.name { overflow-wrap: anywhere; min-width: 150px; }
.tight, .right { width: 1%; padding-right: 24px; white-space: nowrap; }
.right { text-align: right; }
.marks { display: inline-flex; gap: 3px; }
.mark { width: 20px; height: 20px; border-radius: 4px; font: 700 13px/20px sans-serif; text-align: center; color: #10293a; background: var(--ok); }
.mark.failed { color: var(--bad-text); background: none; box-shadow: inset 0 0 0 1.5px var(--bad); }
.mark.unrun { color: var(--muted); background: none; box-shadow: inset 0 0 0 1.5px #888888; }
.bar { display: inline-block; width: 140px; height: 10px; border-radius: 3px; background: var(--track); overflow: hidden; }
.bar i { display: block; height: 100%; background: var(--ok); }
.flag { display: inline-block; border: 1px solid var(--bad); color: var(--bad-text); border-radius: 4px; padding: 0 6px;
  margin: 0 4px 2px 0; font-size: 12px; white-space: nowrap; }
.tag { border: 1px solid var(--line); color: var(--muted); border-radius: 4px; padding: 0 6px; font-size: 12px; white-space: nowrap; }
.ok { color: var(--ok-text); font-weight: 700; }
.bad { color: var(--bad-text); font-weight: 700; }
.tests { list-style: none; margin: 14px 0 0; padding: 0; }
.tests li { border-left: 4px solid var(--ok); background: var(--panel); border-radius: 0 6px 6px 0; padding: 9px 14px; margin: 0 0 8px; }
.tests li.failed { border-left-color: var(--bad); }
.line { display: flex; gap: 10px; align-items: baseline; }
.line .what { flex: 1; overflow-wrap: anywhere; }
.line .right { width: auto; padding: 0; }
.verdict { flex: 0 0 118px; }
.details { margin: 4px 0 2px; }
.details p { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; }
@media (min-width: 720px) { .details { margin-left: 128px; } }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 2px 14px; margin: 6px 0 2px; }
dt { color: var(--muted); font-size: 13px; }
dd { margin: 0; font: 13px/1.5 "SFMono-Regular", Consolas, "Liberation Mono", monospace; white-space: pre-wrap; overflow-wrap: anywhere; }
pre { margin: 8px 0 12px; font: 13px/1.45 "SFMono-Regular", Consolas, "Liberation Mono", monospace; white-space: pre-wrap; overflow-wrap: anywhere; }
code { font: 13px "SFMono-Regular", Consolas, "Liberation Mono", monospace; }
footer { margin-top: 48px; border-top: 1px solid var(--line); padding-top: 12px; color: var(--muted); font-size: 13px; }
@media print { main { padding: 0; } .tests li { break-inside: avoid; } }
`;
