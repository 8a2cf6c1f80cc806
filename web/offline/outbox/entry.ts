// An order that waits to be sent, as it is kept until it has its answer. Made by wishes.ts and reminder-wishes.ts.
import type { Scope } from "../../../domain/command.ts";
import type { Id } from "../../../domain/ids.ts";
import type { Task, TaskPatch } from "../../../domain/task.ts";
import type { Problem } from "../../api/problem.ts";
import type { Completion, NewTask } from "../../api/punctual.ts";
import type { Snooze } from "../../api/reminders.ts";
import type { Ticket } from "../../api/request.ts";
import type { Wish } from "../../store/state.ts";

/** One request of a change. Repeated under its key it must be the same to the letter. */
export type Sent = { key: string; left: TaskPatch; version: number };

/** A change of some fields. `base` is the task as the person saw it, without what of theirs was not committed. */
export type Patch = {
  kind: "patch";
  base: Task;
  changes: TaskPatch;
  scope?: Scope;
  sent?: Sent;
};

/** What is asked of the gateway. Plain data: it outlives the page. */
export type Order =
  | { kind: "create"; fields: NewTask }
  | Patch
  | { kind: "complete"; what: Completion }
  | { kind: "skip"; occurrence?: Id }
  | { kind: "reopen" }
  | { kind: "remove" }
  | { kind: "snooze"; reminderId: Id; until: Snooze }
  | { kind: "dismiss"; reminderId: Id };

/**
 * An order of a person with what makes it repeatable, what is shown until it has its answer (`hides`: the telling of a reminder
 * whose card goes), and the sentence that is said if it is refused.
 */
export type Entry = {
  v: 1;
  ticket: Ticket;
  taskId: Id;
  order: Order;
  wish: Wish;
  hides?: string;
  unless: string;
  /** How often the gateway broke at it ("internal"). */
  broke?: number;
};

/** What became of an order. `idle`: nothing was sent, as all stood as wished already, or as the person took it back (`withdrawn`). */
export type Outcome =
  | { ok: true; task?: Task; idle?: true; withdrawn?: true }
  | { ok: false; problem: Problem };

/** An order at which the gateway breaks this often, over some two minutes, is one that it cannot carry out. */
const mostBroken = 8;

/** The entry after one more break. */
export const broken = (entry: Entry): Entry => ({ ...entry, broke: (entry.broke ?? 0) + 1 });

/** Whether to send it once more is to wait for ever, and all that is ordered for its task with it. */
export const isHopeless = ({ broke = 0 }: Entry): boolean => broke >= mostBroken;

/** Names an entry, and puts it in its place: ids made later are greater. */
export const keyOf = ({ ticket }: Pick<Entry, "ticket">): string => ticket.key;

/** The entries in the order they were made, each once; of two with one key the later in the lists. */
export const inOrder = (...lists: readonly (readonly Entry[])[]): Entry[] =>
  [...new Map(lists.flat().map((entry) => [keyOf(entry), entry])).values()].toSorted((a, b) =>
    keyOf(a) < keyOf(b) ? -1 : 1,
  );

/** The tasks an entry cannot do without: its own, and the one it becomes a part of. */
const needsOf = ({ taskId, order }: Entry): Id[] => {
  const parentId =
    order.kind === "create"
      ? order.fields.parentId
      : order.kind === "patch"
        ? order.changes.parentId
        : null;
  return parentId ? [taskId, parentId] : [taskId];
};

/**
 * The entry to send next: the first whose tasks are not `held` and that no earlier one has to go before. So what was ordered for one task goes
 * out in its order, and a part after the task it is a part of; different tasks do not wait for each other.
 */
export const nextOf = (entries: readonly Entry[], held: ReadonlySet<Id>): Entry | undefined => {
  const before = new Set(held);
  for (const entry of entries) {
    if (!needsOf(entry).some((id) => before.has(id))) return entry;
    before.add(entry.taskId);
  }
  return undefined;
};
