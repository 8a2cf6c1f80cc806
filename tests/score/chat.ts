// The chat half of the score: the corpus of the project, or the cases of a JSON file. Called by language.ts.
import type { TaskDoc } from "../../actors/task/doc.ts";
import type { Id } from "../../domain/ids.ts";
import type { ChatReply } from "../../domain/reply.ts";
import { chatCorpus } from "../corpus/chat/all.ts";
import type { ChatCase, ChatCases } from "../corpus/chat/case.ts";
import { type ChatPerson, chatPerson } from "../chat-person.ts";
import { changedIn, differences, docsOf } from "./chat-state.ts";
import type { Miss, Score, Scored } from "./score.ts";

const aim = 0.92;

/** A scored case; `wroteWrongly`: a question or nothing was expected, and something was changed. */
type ScoredChat = Scored & { wroteWrongly: boolean };

type ChatScore = Score & { cases: ScoredChat[]; wrongWrites: number };

/**
 * Scores the corpus, or the cases given, by the real rules of chat, tasks and history. `wrongWrites` are those of the cases
 * that had to be asked about; none is allowed.
 */
export const scoreChat = async (of: ChatCases = chatCorpus): Promise<ChatScore> => {
  const cases: ScoredChat[] = [];
  for (const one of of.cases) cases.push(await scored(one, of));
  return { name: "chat", aim, cases, wrongWrites: cases.filter((one) => one.wroteWrongly).length };
};

const scored = async (one: ChatCase, { worlds }: ChatCases): Promise<ScoredChat> => {
  const world = one.tasks ?? worlds[one.world ?? ""] ?? [];
  const before = docsOf(world);
  const ids = [...before.keys()];
  const me = chatPerson(
    [...before.values()].map(({ task }) => task),
    [...before.values()],
  );
  const shownTaskIds = (one.shown ?? []).flatMap(
    (title) => ids[world.findIndex((task) => task.title === title)] ?? [],
  );
  me.conversation = { ...me.conversation, shownTaskIds };
  const replies: ChatReply[] = [];
  for (const message of one.messages) replies.push(await me.say(message));
  const after = docsAfter(me);
  const changed = changedIn(before, after);
  const reply = replies.at(-1);
  const wrong = [
    ...differences(one.expect.after, changed, before, after),
    ...(reply ? answersWrong(one, reply) : ["no message"]),
  ];
  const kind = one.debatable ? `${one.kind} ?` : one.kind;
  const mustNotWrite = one.expect.asks === true || one.expect.nothing === true;
  const wroteWrongly = mustNotWrite && one.expect.after.length === 0 && changed.length > 0;
  return { kind, text: one.messages.join(" ⏎ "), miss: missOf(one, wrong, reply), wroteWrongly };
};

const docsAfter = (me: ChatPerson): Map<Id, TaskDoc> =>
  new Map(
    [...me.stored.keys()].flatMap((id) => {
      const doc = me.docOf(id);
      return doc ? [[id, doc] as const] : [];
    }),
  );

const missOf = (one: ChatCase, wrong: string[], reply: ChatReply | undefined): Miss | null =>
  wrong.length === 0
    ? null
    : {
        expected: one.expect,
        got: [...wrong, `says: ${reply?.text ?? ""} ${reply?.choices.join(" | ") ?? ""}`],
      };

const answersWrong = (
  { expect }: ChatCase,
  { text, choices, changes, tasks }: ChatReply,
): string[] => {
  const asks = choices.length > 0 && changes.length === 0;
  const titles = tasks.map(({ title }) => title);
  return [
    ...(expect.asks === true && !asks ? ["does not ask"] : []),
    ...(expect.asks === false && asks ? ["asks"] : []),
    ...(expect.lists && !isSameSet(expect.lists, titles) ? [`lists ${titles.join("; ")}`] : []),
    ...(expect.count !== undefined && !counts(expect.count, text)
      ? [`does not say ${expect.count}`]
      : []),
  ];
};

const isSameSet = (wanted: string[], got: string[]): boolean => {
  const sorted = (titles: string[]) => titles.map((title) => title.toLowerCase()).toSorted();
  return sorted(wanted).join("\n") === sorted(got).join("\n");
};

/** The first number of the answer, "no" for none. */
const counts = (count: number, text: string): boolean =>
  Number(/\d+/.exec(text)?.[0] ?? (/^(?:no|none|nothing)\b/i.test(text) ? 0 : NaN)) === count;
