// "assigned to Sam", "Anna's tasks", "what does Bob have?": whose tasks a question is about. Called by filter.ts.
import type { Scene } from "../scene.ts";

/** A name as it is known, "" for nobody, null when the question is about no person; and what is left of the words. */
export type Asked = { assignee: string | null; rest: string };

const anyone =
  /\b(?:assigned|given|delegated)\s+to\s+(?<who>me|nobody|no\s*one|anyone|\+?[\p{L}'’.-]+)|(?<!\p{L})\+(?<mark>\p{L}[\p{L}.-]*)/iu;
const nobody = /\b(?:unassigned|not\s+assigned(?:\s+to\s+(?:anyone|anybody))?)\b/iu;

/** Reads who is asked for; only names somebody has tasks under, unless the words say "assigned to". */
export const readAssignee = (said: string, { people }: Scene): Asked => {
  const none = nobody.exec(said);
  if (none) return { assignee: "", rest: said.replace(none[0], " ") };
  const named = anyone.exec(said);
  const who = (named?.groups?.["who"] ?? named?.groups?.["mark"])?.replace(/^\+/, "");
  if (named && who !== undefined) {
    const isNobody = /^(?:me|nobody|no\s*one|anyone)$/iu.test(who);
    const known = people.find((one) => sameName(one, who));
    const whole =
      known === undefined
        ? named[0]
        : (new RegExp(
            `${escape(named[0].slice(0, -who.length))}(?:${escape(known)}|${escape(who)})`,
            "iu",
          ).exec(said)?.[0] ?? named[0]);
    return { assignee: isNobody ? "" : (known ?? who), rest: said.replace(whole, " ") };
  }
  const lower = said.toLowerCase();
  for (const known of people) {
    if (!lower.includes((known.split(/\s+/)[0] ?? known).toLowerCase())) continue;
    const first = known.split(/\s+/)[0] ?? known;
    const rule = new RegExp(
      `(?:\\b(?:what['’]?s|for|by|of|with|to|does|is|has|should|will|must|can)\\s+(?:${escape(known)}|${escape(first)})|(?:${escape(known)}|${escape(first)})(?:['’]s|s(?=\\s+(?:tasks|todos|to-dos|items|things|list|plate|jobs))))(?!\\p{L})(?:\\s+(?:doing|have|got|do|working\\s+on|assigned|responsible\\s+for|need\\s+to\\s+do))?`,
      "iu",
    );
    const match = rule.exec(said);
    if (match) return { assignee: known, rest: said.replace(match[0], " ") };
  }
  return { assignee: null, rest: said };
};

const sameName = (known: string, said: string): boolean =>
  known.toLowerCase() === said.toLowerCase() ||
  known.toLowerCase().startsWith(`${said.toLowerCase()} `);

const escape = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`);
