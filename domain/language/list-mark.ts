// The mark of an item of a written list: a bullet, a number, a box. Pure; used by the page's pasted lines and the chat's pasted lists.
import { monthName } from "./dates/names.ts";

/** What a line says behind its mark. `isItem`: it had one. `isDone`: its box is ticked. */
export type Marked = { text: string; isItem: boolean; isDone: boolean };

// "24. Dec" and "3. März" are dates; a number is a mark only where no month follows.
const months = `${monthName}|dez|okt|mai|mär|mrz|januar|februar|märz|juni|juli|oktober|dezember`;
const date = new RegExp(String.raw`^\d{1,2}\.\s+(?:${months})(?![\p{L}\p{N}])`, "iu");
// A capital letter with a dot is somebody's initial. U+FE0F, which makes a sign an emoji, is no part of the words.
const bullet = /^(?:[-*•–—▪◦‣+·]\uFE0F?|\d{1,3}[.)]|[a-z][.)])\s+/u;
const box =
  /^(?:\[(?<mark>(?:[ xX✓✔]\uFE0F?)?)\]\s+|(?<open>☐\uFE0F?)\s*|(?<done>[☑☒✅✓✔]\uFE0F?)\s*)/u;

/** The line without spaces around it and without its mark. */
export const readListMark = (line: string): Marked => {
  const said = line.trim();
  const bare = date.test(said) ? said : said.replace(bullet, "");
  const mark = box.exec(`${bare} `);
  const text = mark ? bare.slice(mark[0].length).trim() : bare;
  const { done, mark: sign = "" } = mark?.groups ?? {};
  return {
    text,
    isItem: bare !== said || mark !== null,
    isDone: done !== undefined || sign.trim() !== "",
  };
};
