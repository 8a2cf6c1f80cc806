// "tomorrow, no wait, friday", "to Tom, sorry, Ali", "the quiz, I mean the essays": said wrong and then right. Called by grammar.ts.
import type { Scene } from "../scene.ts";
import { dateSlip, goesOn } from "./date-slip.ts";
import { findMentions, here, type Mention } from "./mention.ts";

/** What was said before and after the words that take it back; the sentence as it was meant, or null. */
type Mend = (before: string, after: string, scene: Scene, slip: string) => string | null;

const cue =
  /[\s,.…;:(–—-]*(?<![\p{L}\p{N}])(?:(?:no+|nope|nah|wait(?!\s+(?:for|until|till)(?!\p{L}))|sorry|oops|whoops|actually|or\s+rather|rather|i\s+mean(?:t)?|meant|make\s+that|scratch\s+that|strike\s+that|correction|hang\s+on|hm+|er+m?|uh+)(?:[\s,.…:–—-]+|$))+(?:(?:let['’]?s\s+)?make\s+it\s+)?|\s+\*(?=\p{L}|\d)/giu;
const maxSlips = 4;

/** The sentence with what was said later in the place of what was said wrong; both have to be of one kind. */
export const withoutSlip = (said: string, scene: Scene): string => {
  if (said.includes("\n") || said.length > 300) return said;
  const matches = [...said.matchAll(cue)].slice(0, maxSlips);
  // The last slip first: "monday, no tuesday, no wednesday".
  return matches.reduceRight((text, match) => {
    const before = text.slice(0, match.index);
    const after = text.slice(match.index + match[0].length);
    if (before === "" || after === "") return text;
    for (const mend of mends) {
      const meant = mend(before, after, scene, match[0]);
      if (meant !== null) return meant;
    }
    return text;
  }, said);
};

const followed = (rest: string): string => rest.replace(/^\s*[,)]+/u, "");

const levels: Mend = (before, after) => {
  const [, start] = /^(.*(?<![\p{L}\p{N}])(?:p|prio(?:rity)?\s+))[1-4]$/iu.exec(before) ?? [];
  const [all, level] =
    /^(?:to\s+)?(?:p|prio(?:rity)?\s+)?([1-4])(?![\p{L}\p{N}:.])/iu.exec(after) ?? [];
  if (start === undefined || all === undefined) return null;
  return `${start}${level}${followed(after.slice(all.length))}`;
};

const marks: Mend = (before, after) => {
  const [old] = /(?<![\p{L}\p{N}])[@#+][^\s,]+$/u.exec(before) ?? [];
  const [made] = /^[@#+][^\s,)]+/u.exec(after) ?? [];
  if (old === undefined || made === undefined || made[0] !== old[0]) return null;
  return `${before.slice(0, -old.length)}${made}${followed(after.slice(made.length))}`;
};

/** A person or project that is known in the place of another; someone new only after "to" or "for". */
const names: Mend = (before, after, { people, projects }) => {
  for (const known of [people, projects]) {
    const old = known.find((name) => endsWith(before, name));
    if (old === undefined) continue;
    const start = before.slice(0, before.length - old.length);
    const [link = ""] = /^(?:to|for|by|in|with)\s+/iu.exec(after) ?? [];
    const rest = after.slice(link.length);
    const made =
      known.find((name) => startsWith(rest, name)) ??
      (/\s(?:to|for|by)\s+$/iu.test(start) && known === people
        ? /^\p{Lu}\p{Ll}+(?=[\s,.)]|$)/u.exec(rest)?.[0]
        : undefined);
    if (made !== undefined) return `${start}${made}${followed(rest.slice(made.length))}`;
  }
  return null;
};

const endsWith = (text: string, name: string): boolean =>
  text.toLowerCase().endsWith(name.toLowerCase()) &&
  !/[\p{L}\p{N}]/u.test(text.charAt(text.length - name.length - 1));

const startsWith = (text: string, name: string): boolean =>
  text.toLowerCase().startsWith(name.toLowerCase()) &&
  !/[\p{L}\p{N}]/u.test(text.charAt(name.length));

/** "tag it with red, no, blue" */
const tags: Mend = (before, after) => {
  const [, start] = /^((?:tag|label)\s.+\s(?:with|as)\s+)[\p{L}\p{N}_-]+$/iu.exec(before) ?? [];
  return start !== undefined && /^[\p{L}\p{N}_-]+$/u.test(after) ? `${start}${after}` : null;
};

/** Another task in the place of the one that was named; what was said of it stays. */
const tasks: Mend = (before, after, { open }, slip) => {
  if (news.test(before) || !strong.test(slip)) return null;
  const made = findMentions(after, open).find(({ rest }) => rest.startsWith(here));
  const [task, another] = made?.tasks ?? [];
  const old = made ? oldMention(before, made.rest === here, open) : null;
  if (!made || !old || !task || another || old.tasks.includes(task)) return null;
  const { name } = made;
  const rest = made.rest.slice(here.length);
  return goesOn.test(rest) ? old.rest.replace(here, () => name) + followed(rest) : null;
};

/** "but no soap" corrects nothing. */
const strong =
  /(?<!\p{L})(?:(?:no+|nope|nah)\s*[,.…:–—-]|no\s+no|wait|sorry|oops|i\s+mean|meant|rather|scratch|strike|correction)/iu;

/** Words of a new task are no name of one that is there. */
const news = /^(?:add|create|new|remind|todo|make\s+a)(?![\p{L}])/iu;

/** At the end of what was said; elsewhere only where nothing but the other name follows, and nothing else is named. */
const oldMention = (before: string, isAlone: boolean, open: Scene["open"]): Mention | null => {
  const all = findMentions(before, open);
  const last = all.find(({ rest }) => rest.endsWith(here));
  return last ?? (isAlone && all.length === 1 ? (all[0] ?? null) : null);
};

const mends: Mend[] = [dateSlip, levels, marks, names, tags, tasks];
