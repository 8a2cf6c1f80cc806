// What the finder of spans learns from: our patterns, and the lines of our corpora whose titles and dates are known. Called by train.ts.
import { parseQuickAdd } from "../../domain/language/quick-add.ts";
import { chatCorpus } from "../corpus/chat/all.ts";
import { quickAddCorpus } from "../corpus/quick-add/all.ts";
import { berlin } from "../corpus/quick-add/worlds.ts";
import type { Marked } from "./fit-spans.ts";
import { ofPatterns } from "./templates.ts";

type Line = { text: string; title: string };

const titlesOfWorlds = (): string[] => [
  ...new Set(
    Object.values(chatCorpus.worlds)
      .flat()
      .map(({ title }) => title.toLowerCase())
      .filter((title) => title.length < 40),
  ),
];

/** The title as it stands in the line, and the dates beside it; null where the title is no run of the line. */
const markedLine = ({ text, title }: Line): Marked | null => {
  const start = text.toLowerCase().indexOf(title.toLowerCase());
  if (start < 0 || text.includes("\n") || text.length > 120) return null;
  const end = start + title.length;
  const dates = parseQuickAdd(text, berlin).tokens.filter(
    (token) => token.kind === "due" && (token.end <= start || token.start >= end),
  );
  return {
    text,
    spans: [
      { kind: "item", start, end },
      ...dates.map((token) => ({ kind: "when", start: token.start, end: token.end })),
    ],
  };
};

const linesOfChat = (): Line[] =>
  chatCorpus.cases.flatMap(({ kind, messages, expect }) => {
    const [text] = messages;
    const [one] = expect.after;
    const isOne = kind === "create" && messages.length === 1 && expect.after.length === 1;
    return isOne && text !== undefined && one ? [{ text, title: one.title }] : [];
  });

const linesOfQuickAdd = (): Line[] =>
  quickAddCorpus.map(({ text, expect }) => ({ text, title: expect.title }));

/** All of them. */
export const markedExamples = (): Marked[] => [
  ...ofPatterns(24, titlesOfWorlds()),
  ...[...linesOfChat(), ...linesOfQuickAdd()].flatMap((line) => markedLine(line) ?? []),
];
