// What a person does to tasks: shown at once, kept, sent, then confirmed or taken back with a reason. Made by workspace.ts, called by the views.
import type { Scope } from "../domain/command.ts";
import type { Id } from "../domain/ids.ts";
import type { Task, TaskPatch } from "../domain/task.ts";
import type { When } from "../domain/when.ts";
import { type Completion, newId, type NewTask, newTicket } from "./api/punctual.ts";
import type { Ticket } from "./api/request.ts";
import { baseOf } from "./offline/outbox/bases.ts";
import type { Entry, Outcome } from "./offline/outbox/entry.ts";
import type { Outbox } from "./offline/outbox/outbox.ts";
import type { Rewind } from "./rewind.ts";
import type { Store } from "./store/store.ts";

export type Wishes = ReturnType<typeof createWishes>;

type Order = Omit<Entry, "v" | "ticket">;

/** Says which date a repeating task has gone on to, as a sentence after another; empty when it has ended. */
export type SayNext = (store: Store, taskId: string) => string;

/** What was done longer ago than this is no news when it is confirmed. */
const newsMs = 10_000;

/** The orders a person can give by hand. Each resolves to true when the gateway has committed it, however long that takes. */
export const createWishes = (
  store: Store,
  outbox: Pick<Outbox, "add" | "entries">,
  rewind: Pick<Rewind, "did" | "aloud">,
  sayNext: SayNext = () => "",
) => {
  const order = async (given: Order, ticket: Ticket): Promise<Outcome> => {
    const outcome = await outbox.add({ v: 1, ticket, ...given });
    if (outcome.ok && !outcome.idle) rewind.did(ticket.correlationId);
    return outcome;
  };
  const give = async (given: Order): Promise<boolean> => (await order(given, newTicket())).ok;

  const sayDone = (text: string, about: Id): void => {
    const run = (): void => void rewind.aloud({ is: "undo", correlationId: about });
    const notice = { id: newId(), tone: "info" as const, text, about };
    store.dispatch({ type: "noticed", notice: { ...notice, action: { label: "Undo", run } } });
  };

  /** Gives an order that deserves a word and a way back when it has been carried out. */
  const giveAloud = async (given: Order, done: () => string): Promise<boolean> => {
    const [ticket, givenAt] = [newTicket(), Date.now()];
    const outcome = await order(given, ticket);
    if (!outcome.ok) return false;
    if (!outcome.withdrawn && Date.now() - givenAt <= newsMs) sayDone(done(), ticket.correlationId);
    return true;
  };

  return {
    /** The id is chosen on this side, so that the task is the same one before and after the gateway's answer. */
    create: (fields: NewTask, id: Id = newId()): Promise<boolean> =>
      give({
        taskId: id,
        order: { kind: "create", fields },
        wish: { kind: "create", fields, at: new Date().toISOString() },
        unless: `“${fields.title}” was not added`,
      }),
    /** `task` is what the person saw when they made the changes. Those that could not be saved are kept as a draft. */
    patch: (task: Task, changes: TaskPatch, scope?: Scope): Promise<boolean> => {
      const base = baseOf(task, outbox.entries());
      return give({
        taskId: task.id,
        order: { kind: "patch", base, changes, ...(scope && { scope }) },
        wish: { kind: "patch", changes },
        unless: `“${task.title}” was not changed`,
      });
    },
    reopen: (task: Task): Promise<boolean> =>
      give({
        taskId: task.id,
        order: { kind: "reopen" },
        wish: { kind: "patch", changes: { status: "open" } },
        unless: `“${task.title}” was not opened again`,
      }),
    /**
     * A repeating task goes on to its next date, unless `forever`. The date meant is named, so that two clicks are one. `hides` is the telling of
     * the reminder it answers.
     */
    complete: (
      task: Task,
      { forever, occurrence }: Completion = {},
      hides?: string,
    ): Promise<boolean> => {
      const goesOn = task.recurrence !== null && forever !== true;
      const meant = occurrence ?? (goesOn ? task.occurrence?.id : undefined);
      const what = { ...(meant && { occurrence: meant }), ...(forever && { forever }) };
      const next = (): string => (goesOn ? sayNext(store, task.id) : "");
      return giveAloud(
        {
          taskId: task.id,
          order: { kind: "complete", what },
          wish: { kind: "patch", changes: goesOn ? {} : { status: "done" } },
          unless: `“${task.title}” was not completed`,
          ...(hides !== undefined && { hides }),
        },
        () => `Completed “${task.title}”.${next()}`,
      );
    },
    /** Lets the present date of a repeating task pass undone. */
    skip: (task: Task): Promise<boolean> =>
      giveAloud(
        {
          taskId: task.id,
          order: { kind: "skip", ...(task.occurrence && { occurrence: task.occurrence.id }) },
          wish: { kind: "patch", changes: {} },
          unless: `“${task.title}” was not skipped`,
        },
        () => `Skipped “${task.title}” this once.${sayNext(store, task.id)}`,
      ),
    remove: (task: Task): Promise<boolean> =>
      giveAloud(
        {
          taskId: task.id,
          order: { kind: "remove" },
          wish: { kind: "trash" },
          unless: `“${task.title}” was not deleted`,
        },
        () => `Moved “${task.title}” to the trash.`,
      ),
    /**
     * Moves several tasks to `dueOf` each, as one change that one Undo takes back. Of a repeating task only the date at hand is moved. `to` is the
     * word for where they go.
     */
    move: async (
      tasks: readonly Task[],
      dueOf: (task: Task) => When,
      to: string,
    ): Promise<void> => {
      const [correlationId, givenAt, waiting] = [newId(), Date.now(), outbox.entries()];
      const orders = tasks.map((task): Entry => {
        const changes = { due: dueOf(task) };
        const scope = task.recurrence !== null && { scope: "this" as const };
        return {
          v: 1,
          ticket: { key: newId(), correlationId },
          taskId: task.id,
          order: { kind: "patch", base: baseOf(task, waiting), changes, ...scope },
          wish: { kind: "patch", changes },
          unless: `“${task.title}” was not moved`,
        };
      });
      const outcomes = await Promise.all(orders.map((one) => outbox.add(one)));
      const moved = outcomes.filter((outcome) => outcome.ok && !outcome.idle).length;
      if (moved === 0) return;
      rewind.did(correlationId);
      if (Date.now() - givenAt <= newsMs)
        sayDone(`Moved ${moved} ${moved === 1 ? "task" : "tasks"} to ${to}.`, correlationId);
    },
  };
};
