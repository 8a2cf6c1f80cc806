// What a person does to tasks: shown at once, kept, sent, then confirmed or taken back with a reason. Made by workspace.ts, called by the views.
import type { Scope } from "../domain/command.ts";
import type { Id } from "../domain/ids.ts";
import type { Task, TaskPatch } from "../domain/task.ts";
import type { When } from "../domain/when.ts";
import { type Completion, newId, type NewTask, newTicket } from "./api/punctual.ts";
import type { Ticket } from "./api/request.ts";
import type { Outcome } from "./offline/outbox/entry.ts";
import type { Outbox } from "./offline/outbox/outbox.ts";
import {
  completeOrder,
  type Given,
  goesOn,
  patchOrder,
  removeOrder,
  reopenOrder,
} from "./orders.ts";
import type { Rewind } from "./rewind.ts";
import type { Store } from "./store/store.ts";
import { createTogether, newsMs, scopeOf } from "./together.ts";
import { listWords } from "./words/list.ts";
import { wishesWords } from "./words/wishes.ts";
import { sharedWords } from "./words/shared.ts";

export type Wishes = ReturnType<typeof createWishes>;

/** Says which date a repeating task has gone on to, as a sentence after another; empty when it has ended. */
export type SayNext = (store: Store, taskId: string) => string;

/** The orders a person can give by hand. Each resolves to true when the gateway has committed it, however long that takes. */
export const createWishes = (
  store: Store,
  outbox: Pick<Outbox, "add" | "addAll" | "entries">,
  rewind: Pick<Rewind, "did" | "aloud">,
  sayNext: SayNext = () => "",
) => {
  const order = async (given: Given, ticket: Ticket): Promise<Outcome> => {
    const outcome = await outbox.add({ v: 1, ticket, ...given });
    if (outcome.ok && !outcome.idle) rewind.did(ticket.correlationId);
    return outcome;
  };
  const give = async (given: Given): Promise<boolean> => (await order(given, newTicket())).ok;

  const sayDone = (text: string, about: Id): void => {
    const run = (): void => void rewind.aloud({ is: "undo", correlationId: about });
    const notice = { id: newId(), tone: "info" as const, text, about };
    store.dispatch({
      type: "noticed",
      notice: { ...notice, action: { label: sharedWords.undo, run } },
    });
  };

  /** Gives an order that deserves a word and a way back when it has been carried out. */
  const giveAloud = async (given: Given, done: () => string): Promise<boolean> => {
    const [ticket, givenAt] = [newTicket(), Date.now()];
    const outcome = await order(given, ticket);
    if (!outcome.ok) return false;
    if (!outcome.withdrawn && Date.now() - givenAt <= newsMs) sayDone(done(), ticket.correlationId);
    return true;
  };

  const together = createTogether({ store, outbox, rewind, sayDone });

  return {
    /** The id is chosen on this side, so that the task is the same one before and after the gateway's answer. */
    create: (fields: NewTask, id: Id = newId()): Promise<boolean> =>
      give({
        taskId: id,
        order: { kind: "create", fields },
        wish: { kind: "create", fields, at: new Date().toISOString() },
        unless: wishesWords.not.added(fields.title),
      }),
    /** `task` is what the person saw when they made the changes. Those that could not be saved are kept as a draft. */
    patch: (task: Task, changes: TaskPatch, scope?: Scope): Promise<boolean> =>
      give(patchOrder(task, changes, outbox.entries(), scope && { scope })),
    reopen: (task: Task): Promise<boolean> => give(reopenOrder(task)),
    /**
     * A repeating task goes on to its next date, unless `forever`. `hides` is the telling of the reminder it answers.
     */
    complete: (task: Task, given: Completion = {}, hides?: string): Promise<boolean> => {
      const next = (): string => (goesOn(task, given) ? sayNext(store, task.id) : "");
      const whole = { ...completeOrder(task, given), ...(hides !== undefined && { hides }) };
      return giveAloud(whole, () => `${wishesWords.completed(task.title)}${next()}`);
    },
    /** Lets the present date of a repeating task pass undone. */
    skip: (task: Task): Promise<boolean> =>
      giveAloud(
        {
          taskId: task.id,
          order: { kind: "skip", ...(task.occurrence && { occurrence: task.occurrence.id }) },
          wish: { kind: "patch", changes: {} },
          unless: wishesWords.not.skipped(task.title),
        },
        () => `${wishesWords.skipped(task.title)}${sayNext(store, task.id)}`,
      ),
    remove: (task: Task): Promise<boolean> =>
      giveAloud(removeOrder(task), () => wishesWords.deleted(task.title)),
    /** Changes several tasks as one, which one Undo takes back. */
    together,
    /** Moves several tasks to `dueOf` each, as one change. `to` is the word for where they go. */
    move: async (
      tasks: readonly Task[],
      dueOf: (task: Task) => When,
      to: string,
    ): Promise<void> => {
      const [waiting, sayUnless] = [outbox.entries(), listWords.unless.moved];
      const shares = tasks.map((task) => ({
        order: patchOrder(task, { due: dueOf(task) }, waiting, { ...scopeOf(task), sayUnless }),
      }));
      await together(shares, (count) => listWords.done.move(count, to));
    },
  };
};
