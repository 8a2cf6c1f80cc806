// `npm run train:language`: trains the models of acts and of spans and writes their weights. Deterministic: the same examples make the same file.
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { complain, say } from "../../platform/print.ts";
import { actReader, type ActWeights } from "../../domain/language/acts/read-act.ts";
import { expectedActs, isQuestion } from "../score/public/expected-act.ts";
import { isHeldOut, readUtterances, type Utterances } from "../score/public/utterances.ts";
import type { Example } from "./example.ts";
import { ownExamples, publicExamples } from "./examples.ts";
import { fit } from "./fit.ts";
import { fitSpans } from "./fit-spans.ts";
import { markedExamples } from "./marked.ts";
import { varied } from "./varied.ts";

const help = `Trains the model of acts from the project's corpora and two thirds of the public utterances.

Usage: npm run train:language -- --public <folder> [--print]

  --public  a folder with for-us.jsonl and not-for-us.jsonl (default: the environment variable PUBLIC_UTTERANCES)
  --print   print what it is good for; leave the weights as they are`;

const target = new URL("../../domain/language/acts/weights.json", import.meta.url);

type Read = ReturnType<typeof actReader>;

const train = (folder: string): ActWeights => {
  const all = readUtterances(folder);
  const examples = [...ownExamples(), ...publicExamples(all)];
  say(`${examples.length} sentences`);
  const weights = fit(varied(examples));
  report(actReader(weights), all, examples);
  return weights;
};

const report = (read: Read, { forUs, foreign }: Utterances, learnt: Example[]): void => {
  const first = (text: string) => read(text)[0];
  const held = forUs.filter(isHeldOut);
  const right = held.filter((one) => expectedActs(one).some((act) => act === first(one.text)?.act));
  say(`held out, right act: ${share(right.length, held.length)}`);
  const others = foreign.filter(isHeldOut);
  for (const [name, some] of [
    ["questions", others.filter(isQuestion)],
    ["others", others.filter((one) => !isQuestion(one))],
  ] as const)
    say(
      `held out, foreign ${name} told as such: ${share(some.filter(({ text }) => first(text)?.act === "none").length, some.length)}`,
    );
  say(
    `of what was learnt: ${share(learnt.filter(({ text, act }) => first(text)?.act === act).length, learnt.length)}`,
  );
  for (const limit of [0.5, 0.7, 0.8, 0.9, 0.95]) {
    const sure = held.filter(({ text }) => (first(text)?.probability ?? 0) >= limit);
    const wrong = sure.filter(
      (one) => !expectedActs(one).some((act) => act === first(one.text)?.act),
    );
    say(
      `  sure at ${limit}: ${share(sure.length, held.length)}, of those wrong: ${share(wrong.length, sure.length)}`,
    );
  }
};

const share = (count: number, of: number): string =>
  `${((100 * count) / Math.max(1, of)).toFixed(1)} % (${count} of ${of})`;

try {
  const { values } = parseArgs({
    options: {
      help: { type: "boolean", default: false },
      print: { type: "boolean", default: false },
      public: { type: "string" },
    },
  });
  const folder = values.public ?? process.env["PUBLIC_UTTERANCES"];
  if (values.help) say(help);
  else if (!folder) throw new Error("--public names the folder of the public utterances");
  else {
    const started = Date.now();
    const weights = train(folder);
    const marked = markedExamples();
    say(`${marked.length} marked sentences`);
    const file = `${JSON.stringify({ acts: weights, spans: fitSpans(marked) })}\n`;
    say(`${Math.round(file.length / 1024)} kB, ${Math.round((Date.now() - started) / 1000)} s`);
    if (!values.print) writeFileSync(target, file);
  }
} catch (error) {
  complain((error as Error).message);
  process.exitCode = 1;
}
