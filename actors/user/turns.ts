// How long a conversation is kept: the last turns in the person's state, older ones in pages beside it. Pure. Called by UserActor.
import * as z from "zod";
import { type Conversation, Turn, type TurnEnvelope } from "../../domain/conversation.ts";
import type { Id } from "../../domain/ids.ts";

/** How many turns an interpreter is given, and how many a page holds. */
export const pageSize = 20;
/** Together with the turns of the state these are the last 500. */
export const maxPages = 24;

/** Turns that have left the state are in the pages from `first` up to the one before `next`. */
export const Pages = z.object({ first: z.int().min(0), next: z.int().min(0) });
export type Pages = z.infer<typeof Pages>;

/** One page as it is stored, oldest turn first. */
export const StoredPage = z.object({ v: z.literal(1), turns: z.array(Turn) });
export type StoredPage = z.infer<typeof StoredPage>;

export type Kept = { conversation: Conversation; pages: Pages };

/** `filed` is a page to be stored, `dropped` the number of one to be deleted. */
export type Added = Kept & {
  filed: { number: number; page: StoredPage } | null;
  dropped: number | null;
};

/** The conversation with one more turn. Every twentieth turn a page is filed, so that most turns cost one write of one key. */
export const addTurn = (
  { conversation, pages }: Kept,
  { turn, question, shownTaskIds }: Pick<TurnEnvelope, "turn" | "question" | "shownTaskIds">,
): Added => {
  const turns = [...conversation.recent, turn];
  const shown = shownTaskIds.slice(0, most.taskIds);
  if (turns.length < 2 * pageSize) {
    const after = { question, shownTaskIds: shown, recent: turns };
    return { conversation: after, pages, filed: null, dropped: null };
  }
  const page: StoredPage = { v: 1, turns: turns.slice(0, pageSize) };
  const filed = { number: pages.next, page };
  const isFull = pages.next - pages.first >= maxPages;
  return {
    conversation: { question, shownTaskIds: shown, recent: turns.slice(pageSize) },
    pages: { first: pages.first + (isFull ? 1 : 0), next: pages.next + 1 },
    filed,
    dropped: isFull ? pages.first : null,
  };
};

/** Whether the turn was added before. Callers repeat a turn within minutes, so the state's own turns are enough. */
export const hasTurn = ({ recent }: Conversation, turnId: Id): boolean =>
  recent.some(({ id }) => id === turnId);

/** The turn as it was kept the first time. */
export const keptTurn = ({ recent }: Conversation, turn: Turn): Turn =>
  recent.findLast(({ id }) => id === turn.id) ?? turn;

/** What may be known of a conversation outside: one page of the last turns. */
export const shownOf = (conversation: Conversation): Conversation => ({
  ...conversation,
  recent: conversation.recent.slice(-pageSize),
});

const most = { message: 2_000, text: 4_000, title: 500, label: 500, changes: 20, taskIds: 100 };
const mostChoices = 20;

/** The turn as it is kept: whatever it was about, it takes some 70 kB at the very most. */
export const bounded = (turn: Turn): Turn => ({
  ...turn,
  message: cut(turn.message, most.message),
  text: cut(turn.text, most.text),
  changes: turn.changes
    .slice(0, most.changes)
    .map((change) => ({ ...change, title: cut(change.title, most.title) })),
  taskIds: turn.taskIds.slice(0, most.taskIds),
  choices: turn.choices.slice(0, mostChoices).map((label) => cut(label, most.label)),
});

/** Never in the middle of a character: half a surrogate pair is no text, and PostgreSQL takes none. */
const cut = (text: string, max: number): string => {
  if (text.length <= max) return text;
  const end = /[\uD800-\uDBFF]/.test(text[max - 2] ?? "") ? max - 2 : max - 1;
  return `${text.slice(0, end)}…`;
};
