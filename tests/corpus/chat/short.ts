// Short words to write cases with. Used by the files of the corpus.
import type { After, ChatCase, WorldTask } from "./case.ts";

type Short<T> = Omit<T, "due"> & { due?: string | null };
type Said = {
  after?: Short<After>[];
  asks?: boolean;
  lists?: string[];
  count?: number;
  nothing?: boolean;
};

/** A due: a full day, or a floating wall clock where there is a time. */
const when = (due: string | null | undefined) =>
  due == null
    ? due
    : due.includes("T")
      ? { kind: "floating" as const, at: due }
      : { kind: "day" as const, at: due };

const long = <T extends { due?: string | null }>(all: T[]) =>
  all.map(({ due, ...rest }) => (due === undefined ? rest : { ...rest, due: when(due) }));

/** Tasks of a world. */
export const world = (...tasks: Short<WorldTask>[]): WorldTask[] => long(tasks);

/** Cases of one kind in one world: a message or several, and what is so after them. */
export const casesOf = (
  kind: string,
  inWorld: string,
  ...all: [said: string | string[], expect: Said, shown?: string[]][]
): ChatCase[] =>
  all.map(([said, { after = [], ...rest }, shown]) => ({
    kind,
    world: inWorld,
    messages: typeof said === "string" ? [said] : said,
    ...(shown === undefined ? {} : { shown }),
    expect: { after: long(after), ...rest },
  }));

export const changed = (...after: Short<After>[]): Said => ({ after });
/** Completed, one that does not repeat. */
export const done = (...titles: string[]): Said =>
  changed(...titles.map((title) => ({ title, status: "done" as const })));
export const reopened = (...titles: string[]): Said =>
  changed(...titles.map((title) => ({ title, status: "open" as const })));
export const deleted = (...titles: string[]): Said =>
  changed(...titles.map((title) => ({ title, deleted: true })));
/** Asked about, nothing changed. */
export const asks: Said = { asks: true, nothing: true };
/** Nothing changed, whatever is said. */
export const nothing: Said = { nothing: true };
export const lists = (...titles: string[]): Said => ({ lists: titles, nothing: true });
export const counts = (count: number): Said => ({ count, nothing: true });
