// What a person does to tasks: shown at once, sent, then confirmed or taken back with a reason. Made by workspace.ts, called by the views.
import type { Scope } from "../domain/command.ts";
import type { Id } from "../domain/ids.ts";
import type { Task, TaskPatch } from "../domain/task.ts";
import { type Completion, newId, type NewTask, newTicket, type Punctual } from "./api/punctual.ts";
import { canRepeat } from "./api/problem.ts";
import type { Answer, Ticket } from "./api/request.ts";
import { createBases } from "./bases.ts";
import type { Drafts } from "./drafts/drafts.ts";
import { draftName, idsOf, newName, type TaskEdit } from "./drafts/names.ts";
import { type Edit, isEmpty, untouched } from "./drafts/three-way.ts";
import { createMerged } from "./merging.ts";
import type { Notice, Wish } from "./store/state.ts";
import type { Rewind } from "./rewind.ts";
import type { Store } from "./store/store.ts";
import { createLanes } from "./sync/in-order.ts";
import { saved, stash } from "./drafts/edit.ts";
import { sayRefusal } from "./words/refusal.ts";

export type Wishes = ReturnType<typeof createWishes>;

/** `idle`: there was nothing to send. */
type Sent = (ticket: Ticket) => Promise<Answer<Task> & { idle?: true }>;
type Order = { taskId: string; wish: Wish; what: string; send: Sent; tone?: Notice["tone"] };

/** A new task on its way. */
type Made = { id: Id; fields: NewTask; ticket: Ticket; at: string };

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
  { rewind, drafts }: { rewind: Pick<Rewind, "did" | "aloud">; drafts: Drafts },
  sayNext: SayNext = () => "",
) => {
  const inLane = createLanes();
  const bases = createBases();

  const say = (notice: Notice): void => store.dispatch({ type: "noticed", notice });

  /** Repeating an order keeps its ticket, so that it happens once even if the first answer was only lost. */
  const give = async (order: Order, ticket: Ticket = newTicket()): Promise<boolean> => {
    const { taskId, wish, send, what } = order;
    store.dispatch({ type: "wished", pending: { id: ticket.correlationId, taskId, wish } });
    const answer = await inLane(taskId, () => send(ticket));
    if (answer.ok) {
      store.dispatch({ type: "granted", id: ticket.correlationId, task: answer.value });
      if (wish.kind === "patch") bases.granted(answer.value, wish.changes);
      if (!answer.idle) rewind.did(ticket.correlationId);
      return true;
    }
    store.dispatch({ type: "refused", id: ticket.correlationId });
    const again = { label: "Try again", run: () => void give(order, ticket) };
    say(
      noticeOf(
        order.tone ?? "problem",
        `${what}. ${sayRefusal(answer.problem)}`,
        canRepeat(answer.problem) ? again : undefined,
      ),
    );
    return false;
  };

  const redraft = (task: Task, change: (edit: Edit) => Edit): void => {
    const name = draftName(task.id);
    const edit = change(drafts.read<TaskEdit>(name, untouched));
    drafts.write(name, isEmpty(edit) ? undefined : { ...edit, of: task.title });
  };

  /** `task` is what the person saw when they made the changes. Those that could not be saved are kept as a draft. */
  const patch = async (task: Task, changes: TaskPatch, scope?: Scope): Promise<boolean> => {
    const base = bases.begin(task, changes);
    const send = createMerged({ store, punctual }, () => base.task, { changes, scope });
    const sent: Sent = async (ticket) => {
      const answer = await send(ticket);
      bases.answered(base, answer.ok ? null : answer.problem);
      redraft(task, (edit) => (answer.ok ? saved : stash)(edit, base.task, changes));
      return answer;
    };
    return give({
      taskId: task.id,
      wish: { kind: "patch", changes },
      what: `“${task.title}” was not changed`,
      send: sent,
    });
  };

  const reopen = (task: Task): Promise<boolean> =>
    give({
      taskId: task.id,
      wish: { kind: "patch", changes: { status: "open" } },
      what: `“${task.title}” was not opened again`,
      send: (ticket) => punctual.reopenTask(task.id, ticket),
    });

  const create = (made: Made): Promise<boolean> => {
    const { id, fields, ticket, at } = made;
    drafts.write(newName(id), made);
    return give(
      {
        taskId: id,
        wish: { kind: "create", fields, at },
        what: `“${fields.title}” was not added`,
        tone: "lasting",
        send: async (again) => {
          const answer = await punctual.createTask({ ...fields, id }, again);
          if (answer.ok || !canRepeat(answer.problem)) drafts.write(newName(id), undefined);
          return answer;
        },
      },
      ticket,
    );
  };

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
      create({ id, fields, ticket: newTicket(), at: new Date().toISOString() }),
    /** Sends what a page before this one had no answer to: under the same key it is added once. */
    createAgain: (): void => {
      for (const id of idsOf(drafts.names(), "made")) {
        const made = drafts.read<Made | null>(newName(id), null);
        if (made) void create(made);
      }
    },
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
