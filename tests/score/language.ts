// `npm run score:language`: how much of what people type is understood. Prints the misses and the accuracy by kind of each half,
// and ends with 1 below an aim. A path names a JSON file of further cases to score instead of the project's own.
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { complain, say } from "../../platform/print.ts";
import { ChatCases } from "../corpus/chat/case.ts";
import { scoreChat } from "./chat.ts";
import { QuickAddCases, scoreQuickAdd } from "./quick-add.ts";
import { isReached, linesOf, type Score } from "./score.ts";

const help = `Scores what quick add and the chat understand.

Usage: npm run score:language -- [cases.json]

  cases.json  score these instead of the corpus: quick add [{kind, text, now, zone, projects, tags, expect}, …],
              or chat {worlds: {name: [task, …]}, cases: [{kind, world, messages, expect}, …]}`;

/** The halves, in the order they are printed. */
const halves: (() => Score | Promise<Score>)[] = [() => scoreQuickAdd(), () => scoreChat()];

const scoresOf = async (file: string | undefined): Promise<Score[]> => {
  if (file === undefined) return await Promise.all(halves.map(async (half) => await half()));
  const cases: unknown = JSON.parse(readFileSync(file, "utf8"));
  return Array.isArray(cases)
    ? [scoreQuickAdd(QuickAddCases.parse(cases))]
    : [await scoreChat(ChatCases.parse(cases))];
};

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { help: { type: "boolean", default: false } },
  });
  if (values.help) say(help);
  else {
    const scores = await scoresOf(positionals[0]);
    for (const line of scores.flatMap(linesOf)) say(line);
    process.exitCode = scores.every(isReached) ? 0 : 1;
  }
} catch (error) {
  complain((error as Error).message);
  process.exitCode = 1;
}
