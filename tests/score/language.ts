// `npm run score:language`: how much of what people type is understood. Prints the misses and the accuracy by kind of each half,
// and ends with 1 below an aim. A path names a JSON file of further cases to score instead of the project's own; a folder of public utterances is
// scored beside it.
import { readFileSync } from "node:fs";
import { basename, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import type { interpretByGrammar } from "../../gateway/chat/grammar.ts";
import { complain, say } from "../../platform/print.ts";
import { ChatCases } from "../corpus/chat/case.ts";
import { scoreChat } from "./chat.ts";
import { QuickAddCases, scoreQuickAdd } from "./quick-add.ts";
import { publicLines } from "./public/public.ts";
import { isReached, linesOf, type Score } from "./score.ts";

const help = `Scores what quick add and the chat understand.

Usage: npm run score:language -- [cases.json] [--public <folder>] [--misses] [--beside <checkout>]

  cases.json  score these instead of the corpus: quick add [{kind, text, now, zone, projects, tags, expect}, …],
              or chat {worlds: {name: [task, …]}, cases: [{kind, world, messages, expect}, …]}
  --public    a folder with for-us.jsonl and not-for-us.jsonl, lines {src, intent, text}: scored as well, by kind, the third
              held out apart (default: the environment variable PUBLIC_UTTERANCES)
  --misses    print the misses of the other two thirds too
  --beside    another checkout of Punctual, whose grammar reads the same utterances`;

/** The halves, in the order they are printed. */
const halves: (() => Score | Promise<Score>)[] = [() => scoreQuickAdd(), () => scoreChat()];

const scoresOf = async (file: string | undefined): Promise<Score[]> => {
  if (file === undefined) return await Promise.all(halves.map(async (half) => await half()));
  const cases: unknown = JSON.parse(readFileSync(file, "utf8"));
  return Array.isArray(cases)
    ? [scoreQuickAdd(QuickAddCases.parse(cases))]
    : [await scoreChat(ChatCases.parse(cases))];
};

/** The same tables of another build. */
const sayOther = async (folder: string, checkout: string): Promise<void> => {
  const path = pathToFileURL(resolve(checkout, "gateway/chat/grammar.ts")).href;
  const other = (await import(path)) as { interpretByGrammar: typeof interpretByGrammar };
  say(`\nby the grammar of ${basename(resolve(checkout))}:`);
  for (const line of publicLines(folder, false, other.interpretByGrammar)) say(line);
};

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      help: { type: "boolean", default: false },
      public: { type: "string" },
      misses: { type: "boolean", default: false },
      beside: { type: "string" },
    },
  });
  if (values.help) say(help);
  else {
    const scores = await scoresOf(positionals[0]);
    for (const line of scores.flatMap(linesOf)) say(line);
    const folder = values.public ?? process.env["PUBLIC_UTTERANCES"];
    if (folder) {
      for (const line of publicLines(folder, values.misses)) say(line);
      if (values.beside) await sayOther(folder, values.beside);
    }
    process.exitCode = scores.every(isReached) ? 0 : 1;
  }
} catch (error) {
  complain((error as Error).message);
  process.exitCode = 1;
}
