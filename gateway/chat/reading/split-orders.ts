// Where a message may be cut into several orders, outside quotes. Called by several.ts.

/** A place a message may be cut at. `isHard`: a semicolon, a line or the end of a sentence, where two plain tasks may meet. */
export type Cut = { start: number; end: number; isHard: boolean };

const joint =
  /\s*\n+\s*(?:[-*•]\s+)?|\s*;\s*(?:and\s+|then\s+|also\s+)*|(?<=\p{L}{2}|\d|["”’)])(?<!\b(?:dr|mr|mrs|ms|prof|st|no|nr|vs|etc|approx|ca|jr|sr|inc|ltd|ave|rd|dept|fig|vol|ch|pp?|e\.g|i\.e))[.!?]+\s+(?:and\s+|then\s+|also\s+|oh\s+|btw,?\s+)*(?=\S)|\s*,\s*(?:(?:and|then|also|so|but|plus|btw|oh|now)\s*,?\s+)*|\s+(?:and|&|n|then|also|plus|but)\s+(?:(?:then|also|please|finally|next|afterwards|now|and)\s*,?\s+)*|\s+as\s+well\s+as\s+/giu;

const quotes = /"[^"]*"|“[^”]*”|(?<!\p{L})'[^']*'(?!\p{L})|‘[^’]*’/gu;

/** The places, in order; none inside quotes or a title there is. A message has more of them than people have orders: only the first twelve count. */
export const cutsOf = (said: string, titles: readonly string[] = []): Cut[] => {
  const quoted = [...said.matchAll(quotes)].map((match) => [
    match.index,
    match.index + match[0].length,
  ]);
  const lower = said.toLowerCase();
  const cuts = [...said.matchAll(joint)];
  if (cuts.length === 0) return [];
  const literal = [...quoted, ...titles.flatMap((title) => placesOf(title.toLowerCase(), lower))];
  return cuts
    .map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
      isHard: /[\n;]|[.!?]\s/u.test(match[0]),
    }))
    .filter(
      ({ start, end }) =>
        start > 0 &&
        end < said.length &&
        !literal.some(([from = 0, to = 0]) => start >= from && end <= to),
    )
    .slice(0, 12);
};

/** Where a title with a joint of its own stands in the message. */
const placesOf = (title: string, said: string): [number, number][] => {
  if (title.length > said.length || !/[\s,;.]/u.test(title)) return [];
  const at = said.indexOf(title);
  return at < 0 ? [] : [[at, at + title.length]];
};
