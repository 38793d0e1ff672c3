/** The tests of a class, the least passed first: what to teach again. */

import { type Html, html } from "./html";
import { shareOf, type TestShare } from "./test-shares";

/** The table of tests. */
export function teachAgain(shares: readonly TestShare[]): Html {
  return html`<h2>What to teach again</h2>
<p class="note">Tests by the share of answers that passed them, the least passed first. Counted are the answers that could be run: not those
missing, rejected, left as the starter or stopped before the first test.</p>
<div class="scroll"><table>
<thead><tr><th scope="col">test</th><th scope="col">share that passed</th><th class="right" scope="col">passed</th></tr></thead>
<tbody>
${shares.map(testRow)}</tbody></table></div>`;
}

function testRow(share: TestShare): Html {
  const { exercise, test, passed, attempted } = share;
  // The bar repeats the numbers beside it, so a reader by voice is spared it.
  return html`<tr><td class="name">${test.name} <span class="tag">${exercise}${test.suite === "hidden" ? ", hidden" : ""}</span></td>
<td class="tight"><span class="bar" aria-hidden="true"><i style="width:${(shareOf(share) * 100).toFixed(1)}%"></i></span></td>
<td class="right">${passed} of ${attempted}</td></tr>
`;
}
