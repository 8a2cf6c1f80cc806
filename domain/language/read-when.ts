// Words that are nothing but a date. Called by the readers of repetition and reminders, and by the chat.
import type { When } from "../when.ts";
import type { Clock } from "./clock.ts";
import { findDue } from "./dates/find-due.ts";
import { respell } from "./spelling/respell.ts";
import { take } from "./token.ts";

/**
 * A due, and whether a day was named for it or only a time. `instant` (ISO) where it was said as one: "in 20 minutes"; `isOpen` where
 * the clock time may be in either half of the day: "7:30".
 */
export type WhenSaid = { due: When; hasDay: boolean; instant?: string; isOpen?: boolean };

const dottedEnd = /(?:^|\s)(?<!(?:at|@)\s)(?:0?[1-9]|[12]\d|3[01])\.\s?(?:0?[1-9]|1[0-2])\.$/i;

/** A text without the marks that end a sentence; the dot after "23.12." is the date's. */
export const withoutEnd = (text: string): string =>
  dottedEnd.test(text) ? text : text.replace(/[.!?]+$/, "");

/**
 * The due of a text that is nothing but a date ("friday 5pm", "12/1", "the 5th", "5"); null when it says anything else.
 */
export const readWhen = (text: string, clock: Clock): WhenSaid | null => {
  const phrase = withoutEnd(respell(text).text.trim()).replace(
    /^(?:to|until|till|for|on|by)\s+/i,
    "",
  );
  const said = /^\d{1,2}$/.test(phrase) ? `at ${phrase}` : phrase;
  const due = findDue(said, clock, { isPhrase: true });
  if (!due) return null;
  const rest = due.spans.reduce(take, said).replaceAll(/\uFFFC+/g, " ");
  if (!/^(?:\s|,|\bthe\b|\bon\b|\bat\b|\bof\b)*$/i.test(rest)) return null;
  const { value, hasDay, instant, isOpen } = due;
  return {
    due: value,
    hasDay,
    ...(instant !== undefined && { instant }),
    ...(isOpen === true && { isOpen }),
  };
};

const stop =
  /[,;!#@{}()\uFFFC\uE000\n]|\s(?:every|each|starting|until|till|to|through|thru|for|and|p[1-4])(?![\p{L}\p{N}])/iu;

/** The longest run of words at a place that is nothing but a date, and where it ends; null when none begins there. */
export const longestWhen = (
  text: string,
  at: number,
  clock: Clock,
): { said: WhenSaid; end: number } | null => {
  const rest = text.slice(at, at + 60);
  const clause = rest.slice(0, stop.exec(rest)?.index ?? rest.length);
  const ends = [...clause.matchAll(/\S+/g)].slice(0, 6).map((word) => word.index + word[0].length);
  for (const end of ends.toReversed()) {
    const said = readWhen(clause.slice(0, end), clock);
    if (said) return { said, end: at + end };
  }
  return null;
};
