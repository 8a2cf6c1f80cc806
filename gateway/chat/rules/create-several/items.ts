// The items of "a, b and c", "a; b", "1. a 2. b", quotes kept whole. Called by create-several.ts.

const quoted = /"[^"]*"|“[^”]*”/gu;
const numbered = /(?:^|[\s,;]+(?:and\s+)?)\(?(\d{1,2})[.)]\s+/gu;
const joints = [
  /\s*;\s*(?:and\s+)?/giu,
  /\s*(?:,\s*(?:and\s+|&\s*|then\s+|plus\s+)?|\n)\s*/giu,
  /\s+[/+|]\s+/gu,
];
const lastJoint = /\s+(?:and|&|plus|n)\s+/giu;

/** The items, at the strongest mark that stands between them; the last two also at "and". */
export const itemsIn = (said: string): string[] => {
  const listed = byNumber(said);
  if (listed) return listed;
  const joint = joints.find((one) => splitAt(said, one).length > 1);
  const parts = joint ? splitAt(said, joint) : [said];
  const last = joint === joints[0] ? [] : splitAt(parts.at(-1) ?? "", lastJoint);
  return [...parts.slice(0, last.length > 0 ? -1 : undefined), ...last].map(bare).filter(Boolean);
};

/** How many there are where only commas count: "salt and pepper, milk" are two. */
export const commasIn = (said: string): string[] =>
  splitAt(said, joints[1] ?? /,/gu)
    .map(bare)
    .filter(Boolean);

const splitAt = (said: string, joint: RegExp): string[] => {
  const hidden = said.replaceAll(quoted, (words) => "\uE001".repeat(words.length));
  const parts: string[] = [];
  let start = 0;
  for (const match of hidden.matchAll(joint)) {
    parts.push(said.slice(start, match.index));
    start = match.index + match[0].length;
  }
  return [...parts, said.slice(start)].filter((part) => part.trim() !== "");
};

const byNumber = (said: string): string[] | null => {
  const marks = [...said.matchAll(numbered)];
  const isList = marks.length > 1 && marks.every((mark, place) => Number(mark[1]) === place + 1);
  if (!isList || marks[0]?.index !== 0) return null;
  return marks.map((mark, place) =>
    bare(said.slice(mark.index + mark[0].length, marks[place + 1]?.index)),
  );
};

const bare = (item: string): string =>
  item
    .trim()
    .replace(/^["“](.+)["”]$/u, "$1")
    .replace(/^to\s+(?=\S+\s)/iu, "")
    .replace(/[,;]+$/u, "");
