// What a person does to tasks: shown at once, sent, then confirmed or taken back with a reason. Made by workspace.ts, called by the views.
import type { Scope } from "../domain/command.ts";
import type { Id } from "../domain/ids.ts";
import type { Task, TaskPatch } from "../domain/task.ts";
import { type Completion, newId, type NewTask, newTicket, type Punctual } from "./api/punctual.ts";
import type { Answer, Ticket } from "./api/request.ts";
import type { Notice, Wish } from "./store/state.ts";
import type { Rewind } from "./rewind.ts";
import type { Store } from "./store/store.ts";
import { createLanes } from "./sync/in-order.ts";
import { sentence } from "./words/sentence.ts";

export type Wishes = ReturnType<typeof createWishes>;

type Sent = (ticket: Ticket) => Promise<Answer<Task>>;
type Order = { taskId: string; wish: Wish; what: string; send: Sent };

/** Says which date a repeating task has gone on to, as a sentence after another; empty when it has ended. */
export type SayNext = (store: Store, taskId: string) => string;

/** A notice about a task, with a number of its own so that two alike can be told apart. */
const noticeOf = (tone: Notice["tone"], text: string, action?: Notice["action"]): Notice => ({
  id: newId(),
  tone,
  text,
  ...(action && { action }),
});

/** The orders a person can give by hand. Each resolves to true when the gateway has committed it. */
export const createWishes = (
  store: Store,
  punctual: Punctual,
  rewind: Pick<Rewind, "did" | "aloud">,
  sayNext: SayNext = () => "",
) => {
  const inLane = createLanes();

  const say = (notice: Notice): void => store.dispatch({ type: "noticed", notice });

  /** Repeating an order keeps its ticket, so that it happens once even if the first answer was only lost. */
  const give = async (order: Order, ticket: Ticket = newTicket()): Promise<boolean> => {
    const { taskId, wish, send, what } = order;
    store.dispatch({ type: "wished", pending: { id: ticket.correlationId, taskId, wish } });
    const answer = await inLane(taskId, () => send(ticket));
    if (answer.ok) {
      store.dispatch({ type: "granted", id: ticket.correlationId, task: answer.value });
      rewind.did(ticket.correlationId);
      return true;
    }
    store.dispatch({ type: "refused", id: ticket.correlationId });
    const again = { label: "Try again", run: () => void give(order, ticket) };
    const canRepeat = answer.problem.status === 0 || answer.problem.status >= 500;
    say(
      noticeOf(
        "problem",
        `${what}. ${sentence(answer.problem.message)}`,
        canRepeat ? again : undefined,
      ),
    );
    return false;
  };

  const patch = (task: Task, changes: TaskPatch, scope?: Scope): Promise<boolean> =>
    give({
      taskId: task.id,
      wish: { kind: "patch", changes },
      what: `“${task.title}” was not changed`,
      send: (ticket) =>
        punctual.patchTask(task.id, { ...changes, ...(scope && { scope }) }, ticket),
    });

  const reopen = (task: Task): Promise<boolean> =>
    give({
      taskId: task.id,
      wish: { kind: "patch", changes: { status: "open" } },
      what: `“${task.title}” was not opened again`,
      send: (ticket) => punctual.reopenTask(task.id, ticket),
    });

  /** Gives an order that deserves a word and a way back when it has been carried out. */
  const giveAloud = async (order: Order, done: () => string): Promise<boolean> => {
    const ticket = newTicket();
    if (!(await give(order, ticket))) return false;
    const { correlationId } = ticket;
    const back = (): void => void rewind.aloud({ is: "undo", correlationId });
    say({ ...noticeOf("info", done(), { label: "Undo", run: back }), about: correlationId });
    return true;
  };

  return {
    /** The id is chosen on this side, so that the task is the same one before and after the gateway's answer. */
    create: (fields: NewTask, id: Id = newId()): Promise<boolean> =>
      give({
        taskId: id,
        wish: { kind: "create", fields, at: new Date().toISOString() },
        what: `“${fields.title}” was not added`,
        send: (ticket) => punctual.createTask({ ...fields, id }, ticket),
      }),
    patch,
    reopen,
    /** A repeating task goes on to its next date, unless `forever`. The date meant is named, so that two clicks are one. */
    complete: (task: Task, { forever, occurrence }: Completion = {}): Promise<boolean> => {
      const goesOn = task.recurrence !== null && forever !== true;
      const meant = occurrence ?? (goesOn ? task.occurrence?.id : undefined);
      const order: Order = {
        taskId: task.id,
        wish: { kind: "patch", changes: goesOn ? {} : { status: "done" } },
        what: `“${task.title}” was not completed`,
        send: (ticket) =>
          punctual.completeTask(
            task.id,
            { ...(meant && { occurrence: meant }), ...(forever && { forever }) },
            ticket,
          ),
      };
      const next = (): string => (goesOn ? sayNext(store, task.id) : "");
      return giveAloud(order, () => `Completed “${task.title}”.${next()}`);
    },
    /** Lets the present date of a repeating task pass undone. */
    skip: (task: Task): Promise<boolean> =>
      giveAloud(
        {
          taskId: task.id,
          wish: { kind: "patch", changes: {} },
          what: `“${task.title}” was not skipped`,
          send: (ticket) => punctual.skipTask(task.id, task.occurrence?.id, ticket),
        },
        () => `Skipped “${task.title}” this once.${sayNext(store, task.id)}`,
      ),
    remove: (task: Task): Promise<boolean> =>
      giveAloud(
        {
          taskId: task.id,
          wish: { kind: "trash" },
          what: `“${task.title}” was not deleted`,
          send: (ticket) => punctual.deleteTask(task.id, ticket),
        },
        () => `Moved “${task.title}” to the trash.`,
      ),
  };
};
