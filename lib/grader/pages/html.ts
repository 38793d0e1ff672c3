/** HTML from templates in which everything put in is escaped, unless it is HTML already. */

/** A piece of finished HTML. */
export interface Html {
  readonly html: string;
}

/** What a template takes: text is escaped, lists are joined, `undefined` is nothing. */
export type HtmlValue = string | number | Html | undefined | readonly HtmlValue[];

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/**
 * Fill a template.
 *
 * @example
 * html`<b>${"a < b"}</b>`.html; // "<b>a &lt; b</b>"
 */
export function html(parts: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  const filled = parts.map((part, index) => part + (index < values.length ? render(values[index]) : ""));
  return { html: filled.join("") };
}

function render(value: HtmlValue): string {
  if (value === undefined) return "";
  if (typeof value === "string") return escapeHtml(value);
  if (typeof value === "number") return String(value);
  return "html" in value ? value.html : value.map(render).join("");
}

/** Escape text for element content and quoted attributes. Control and direction-changing characters show as U+FFFD. */
export function escapeHtml(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is to be replaced
      .replace(/[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/g, "\ufffd")
      .replace(/[&<>"']/g, (character) => entities[character] as string)
  );
}
