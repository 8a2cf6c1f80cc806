// `npm run bench:chat`: how long the built-in grammar takes for a message of the corpus on 500 tasks, beside bare quick add of the
// same words. Needs no stack; writes docs/bench/chat.md. Figures are never typed by hand.
import { mkdirSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { parseQuickAdd } from "../../domain/language/quick-add.ts";
import { emptyConversation } from "../../domain/conversation.ts";
import type { Task } from "../../domain/task.ts";
import { say } from "../../platform/print.ts";
import { chatCorpus } from "../corpus/chat/all.ts";
import type { ChatCase } from "../corpus/chat/case.ts";
import { interpretByGrammar } from "../../gateway/chat/grammar.ts";
import type { Context } from "../../gateway/chat/interpretation.ts";
import { now, settings, taskCalled } from "../chat-world.ts";
import { docsOf } from "../score/chat-state.ts";
import { machine } from "./machine.ts";
import { inMs, line, percentile } from "./table.ts";

const help = `Measures the built-in grammar and writes docs/bench/chat.md.

Usage: npm run bench:chat -- [flags]

  --rounds <n>  how often the whole corpus is read (default 10, after 5 to warm up)
  --print       print only; leave docs/bench/chat.md as it is`;

const many = 500;
const [verbs, things] = [
  ["Review", "Call", "Plan", "Check", "Update", "Send", "Order", "Clean", "Write", "Fix"],
  ["chapter", "Bob", "budget", "garden", "website", "letter", "paint", "kitchen", "report", "bike"],
];

/** Other tasks beside those of a case, so that there are 500. */
const fillers = (count: number): Task[] =>
  Array.from({ length: count }, (_, index) => {
    const title = `${verbs[index % 10]} the ${things[Math.floor(index / 10) % 10]} number ${index}`;
    const day = String((index % 28) + 1).padStart(2, "0");
    const due = { kind: "day", at: `2026-12-${day}` } as const;
    return taskCalled(title, 1_000 + index, index % 3 === 0 ? {} : { due });
  });

type Message = { text: string; context: () => Context };

/** Each message of the corpus with its tasks; the context is made anew for each reading, as for a request. */
const messagesOf = ({ messages, world, tasks }: ChatCase): Message[] => {
  const own = [...docsOf(tasks ?? chatCorpus.worlds[world ?? ""] ?? []).values()];
  const all = [...own.map(({ task }) => task), ...fillers(many - own.length)];
  const context = () => ({
    now: now.toISOString(),
    zone: settings.timeZone,
    settings,
    tasks: [...all],
    conversation: emptyConversation,
  });
  return messages.map((text) => ({ text, context }));
};

const timed = (work: () => unknown): number => {
  const start = process.hrtime.bigint();
  work();
  return Number(process.hrtime.bigint() - start) / 1e6;
};

const quickAdd = ({ text }: Message): unknown =>
  parseQuickAdd(text, { now: now.toISOString(), zone: settings.timeZone, ...settings });

const row = (name: string, times: number[]): string => {
  const sorted = times.toSorted((a, b) => a - b);
  return line([
    name,
    ...[50, 95, 99, 100].map((p) => inMs(percentile(sorted, p))),
    String(sorted.length),
  ]);
};

const measure = (rounds: number): { table: string; slowest: string } => {
  const all = chatCorpus.cases.flatMap(messagesOf);
  const grammar: { text: string; ms: number }[] = [];
  const floor: number[] = [];
  for (let round = -5; round < rounds; round += 1) {
    for (const message of all) {
      const context = message.context();
      const ms = timed(() => interpretByGrammar(message.text, context));
      const bare = timed(() => quickAdd(message));
      if (round < 0) continue;
      grammar.push({ text: message.text, ms });
      floor.push(bare);
    }
  }
  const rows = [
    line(["", "p50 ms", "p95 ms", "p99 ms", "max ms", "count"]),
    line(["---", ...Array<string>(5).fill("---:")]),
    row(
      "the grammar, on 500 tasks",
      grammar.map(({ ms }) => ms),
    ),
    row("bare quick add of the same words", floor),
  ];
  const slowest = grammar.toSorted((a, b) => b.ms - a.ms).slice(0, 16);
  const lines = slowest.map(({ text, ms }) => `${inMs(ms)} ms: ${text.replaceAll("\n", " ⏎ ")}`);
  return { table: rows.join("\n"), slowest: lines.join("\n") };
};

const { values } = parseArgs({
  options: {
    help: { type: "boolean", default: false },
    print: { type: "boolean", default: false },
    rounds: { type: "string", default: "10" },
  },
});

if (values.help) say(help);
else {
  const on = machine();
  const { table, slowest } = measure(Number(values.rounds));
  say(`${on}\n\n${table}\n\nSlowest:\n${slowest}`);
  if (!values.print) {
    mkdirSync("docs/bench", { recursive: true });
    writeFileSync(
      "docs/bench/chat.md",
      `# Benchmark: the chat

Printed by \`npm run bench:chat\`. Each message of the chat corpus is read against 500 tasks and a context
made for it, as for a request. Expected: p99 below 5 ms. The floor is quick add alone, of the same words.

${on}

${table}
`,
    );
  }
}
