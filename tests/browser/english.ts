// What is left of English on a German page: words of the English catalogues, and anything with an English word in it. Called by german.browser.test.ts.
import { readdirSync } from "node:fs";
import type { Page } from "playwright-core";

const folder = new URL("../../web/words/", import.meta.url);

const strings = (words: object): string[] =>
  Object.values(words).flatMap((word: unknown) => {
    if (typeof word === "string") return [word.trim()];
    return typeof word === "object" && word !== null ? strings(word) : [];
  });

const allOf = async (path: string): Promise<string[]> =>
  Object.values((await import(new URL(path, folder).href)) as Record<string, unknown>).flatMap(
    (words) => (typeof words === "object" && words !== null ? strings(words) : []),
  );

const files = readdirSync(new URL("de/", folder)).filter((file) => file !== "all.ts");
const german = new Set((await Promise.all(files.map((file) => allOf(`de/${file}`)))).flat());
/** Words of the page in English that are none in German. */
const english = new Set(
  (await Promise.all(files.map(allOf))).flat().filter((word) => word !== "" && !german.has(word)),
);

/** Words that no German sentence has. */
const tell =
  /\b(the|is|are|your|you|of|and|with|not|this|that|what|when|which|it|its|from|for|be|been|there|here|no|yet|task|tasks|reminder|reminders|made|used|until|before|after|settings|every|next)\b/i;

/** What one is to type stays English, and stands in quotes, or is marked as such by what it is. */
const withoutExamples = (text: string): string =>
  text
    .replaceAll(/„[^“]*“/g, "")
    .replace(/ \(every!\)$/, "")
    .replace(/: pay rent every 1st at 9 #home p1$/, "")
    .replace(/: overdue & p1, #home.*$/, "");

/** Everything a person sees or hears, piece by piece; not what they wrote themselves, nor what the server answered them. */
const piecesOf = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const isTheirs = (one: Element | null): boolean =>
      one?.closest(
        "[dir=auto], [lang]:not(html), .exchange, .choices, .chip--read, .quick-add__mirror, script, style, noscript, kbd, [data-said]",
      ) !== null;
    const pieces: string[] = [document.title];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode())
      if (!isTheirs(node.parentElement) && node.parentElement?.closest("[hidden]") === null)
        pieces.push(node.textContent ?? "");
    for (const one of document.querySelectorAll("*"))
      if (!isTheirs(one))
        for (const name of ["aria-label", "title", "placeholder", "aria-description", "alt"])
          pieces.push(one.getAttribute(name) ?? "");
    return pieces.map((piece) => piece.replaceAll(/\s+/g, " ").trim());
  });

/** The pieces of the page that are English. */
export const englishIn = async (page: Page): Promise<string[]> => {
  const pieces = (await piecesOf(page)).filter((piece) => /\p{L}/u.test(piece));
  return [...new Set(pieces)].filter(
    (piece) =>
      !/^[\w+-]+(\/[\w +-]+)+$/.test(piece) && // a time zone
      (english.has(piece) || tell.test(withoutExamples(piece))),
  );
};
