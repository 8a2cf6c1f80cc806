// The chat half of the score: the corpus of the project, or the cases of a JSON file. Called by language.ts.
import type { Task } from "../../domain/task.ts";
import type { TaskDoc } from "../../actors/task/doc.ts";
import type { Id } from "../../domain/ids.ts";
import { chatCorpus } from "../../gateway/chat/corpus/all.ts";
import type { ChatCase, ChatCases } from "../../gateway/chat/corpus/case.ts";
import { changedIn, differences, docsOf } from "./chat-state.ts";
import { type Heard, speak, speakerWith } from "./chat-speaker.ts";
import type { Miss, Score, Scored } from "./score.ts";

const aim = 0.92;

/** A scored case; `wroteWrongly`: a question or nothing was expected, and something was changed. */
type ScoredChat = Scored & { wroteWrongly: boolean };

type ChatScore = Score & { cases: ScoredChat[]; wrongWrites: number };

/** Scores the corpus, or the cases given. `wrongWrites` are those of the cases that had to be asked about; none is allowed. */
export const scoreChat = (of: ChatCases = chatCorpus): ChatScore => {
  const cases = of.cases.map((one) => scored(one, of));
  return { name: "chat", aim, cases, wrongWrites: cases.filter((one) => one.wroteWrongly).length };
};

const scored = (one: ChatCase, { worlds }: ChatCases): ScoredChat => {
  const world = one.tasks ?? worlds[one.world ?? ""] ?? [];
  const before = docsOf(world);
  const ids = [...before.keys()];
  const shown = (one.shown ?? []).flatMap(
    (title) => ids[world.findIndex((task) => task.title === title)] ?? [],
  );
  const me = speakerWith(new Map(before), shown);
  const heard = one.messages.map((message) => speak(me, message)).at(-1);
  const changed = changedIn(before, me.docs);
  const wrong = [
    ...differences(one.expect.after, changed, before, me.docs),
    ...(heard ? answersWrong(one, heard, me.docs) : ["no message"]),
  ];
  const kind = one.debatable ? `${one.kind} ?` : one.kind;
  const mustNotWrite = one.expect.asks === true || one.expect.nothing === true;
  const wroteWrongly = mustNotWrite && one.expect.after.length === 0 && changed.length > 0;
  return { kind, text: one.messages.join(" ⏎ "), miss: missOf(one, wrong, heard), wroteWrongly };
};

const missOf = (one: ChatCase, wrong: string[], heard: Heard | undefined): Miss | null =>
  wrong.length === 0 ? null : { expected: one.expect, got: [...wrong, saidBack(heard)] };

const saidBack = (heard: Heard | undefined): string =>
  heard?.meant.ask
    ? `asks: ${heard.meant.ask.question} ${heard.meant.ask.choices.map(({ label }) => label).join(" | ")}`
    : `says: ${heard?.meant.answer?.text ?? heard?.meant.commands.map(({ type }) => type).join(", ") ?? ""}`;

const answersWrong = (
  { expect }: ChatCase,
  { meant, hasChanged }: Heard,
  docs: Map<Id, TaskDoc>,
): string[] => {
  const titles = (meant.answer?.taskIds ?? []).flatMap((id) => docs.get(id)?.task ?? []);
  const asks = meant.ask !== undefined && !hasChanged;
  return [
    ...(expect.asks === true && !asks ? ["does not ask"] : []),
    ...(expect.asks === false && asks ? ["asks"] : []),
    ...(expect.lists && !isSameSet(expect.lists, titles)
      ? [`lists ${titles.map(({ title }) => title).join("; ")}`]
      : []),
    ...(expect.count !== undefined && !counts(expect.count, meant.answer?.text ?? "")
      ? [`does not say ${expect.count}`]
      : []),
  ];
};

const isSameSet = (wanted: string[], got: Task[]): boolean => {
  const sorted = (titles: string[]) => titles.map((title) => title.toLowerCase()).toSorted();
  return sorted(wanted).join("\n") === sorted(got.map(({ title }) => title)).join("\n");
};

/** The first number of the answer, "no" for none. */
const counts = (count: number, text: string): boolean =>
  Number(/\d+/.exec(text)?.[0] ?? (/^(?:no|none|nothing)\b/i.test(text) ? 0 : NaN)) === count;
