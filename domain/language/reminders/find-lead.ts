// "remind me to …", "remind me tomorrow to …": a line that begins so wants to be told when it is due. Called by find-tokens.ts.
import type { Span } from "../token.ts";

const lead =
  /^([\s\uFFFC,]*)((?:(?:please|pls|hey|and|can\s+you|could\s+you|would\s+you)\s+)*remind\s+me)(?:\s+(to|about|of|that))?([\s,]*\uFFFC[\s\uFFFC,]*)?(?:(to|about|that)(?=\s))?\s*(?=\S)/iu;

/** The words that ask for it, in a text whose due is covered; none where a line begins otherwise or no words are left. */
export const findRemindLead = (text: string): Span[] => {
  const [whole, before = "", words = "", link, due, laterLink] = lead.exec(text) ?? [];
  if (whole === undefined || (link === undefined && due === undefined)) return [];
  const start = before.length;
  const end =
    link === undefined
      ? start + words.length
      : text.indexOf(link, start + words.length) + link.length;
  const first = { start, end };
  if (laterLink === undefined) return [first];
  const later = whole.trimEnd().length;
  return [first, { start: later - laterLink.length, end: later }];
};
