// The words of a letter as text and as HTML. Used by whoever sends one.

/** A headline, lines of words, and where to go; nothing in it is markup. */
export type LetterWords = { title: string; lines: string[]; link: string | null; go?: string };

export const textOf = ({ title, lines, link }: LetterWords): string =>
  [title, "", ...lines, ...(link === null ? [] : ["", link])].join("\n");

export const htmlOf = ({ title, lines, link, go = "Open Punctual" }: LetterWords): string =>
  [
    `<p><strong>${escape(title)}</strong></p>`,
    `<p>${lines.map(escape).join("<br>\n")}</p>`,
    ...(link === null ? [] : [`<p><a href="${escape(link)}">${escape(go)}</a></p>`]),
  ].join("\n");

const escape = (text: string): string =>
  text.replaceAll(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`);
