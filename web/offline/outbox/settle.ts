// What the page shows of orders that wait, and what it says and keeps when they are refused. Made by workspace.ts for the outbox.
import type { Task } from "../../../domain/task.ts";
import { newId } from "../../api/punctual.ts";
import type { Problem } from "../../api/problem.ts";
import { overtaken, saved, stash, stillRefused } from "../../drafts/edit.ts";
import type { Drafts } from "../../drafts/drafts.ts";
import { draftName, type Refusals, type TaskEdit } from "../../drafts/names.ts";
import { isEmpty, untouched } from "../../drafts/three-way.ts";
import { emptyLine, type Line } from "../../quick-add/line.ts";
import type { Store } from "../../store/store.ts";
import { sayRefusal } from "../../say/refusal.ts";
import { sentence } from "../../words/sentence.ts";
import type { Entry, Outcome } from "./entry.ts";
import type { Answered } from "./needs.ts";

/** The name under which the line for a new task is kept (quick-add). */
export const lineName = "quick-add/line";

/** Why each field was refused, and what is said of those it does not name. A conflict speaks for itself. */
const refusalsOf = (problem: Problem): [Refusals, string] =>
  problem.code === "collided"
    ? [{}, ""]
    : [
        Object.fromEntries(
          (problem.fields ?? []).map(({ path, message }) => [
            path.split(".")[0] ?? path,
            sentence(message),
          ]),
        ),
        sayRefusal(problem),
      ];

export const createSettling = (store: Store, drafts: Drafts) => {
  const redraft = (task: Task, change: (edit: TaskEdit) => TaskEdit): void => {
    const name = draftName(task.id);
    const before = drafts.read<TaskEdit>(name, untouched);
    const edit = change(before);
    const refused = edit.refused ?? stillRefused(before, edit);
    drafts.write(name, isEmpty(edit) ? undefined : { ...edit, of: task.title, refused });
  };

  /** What could not be done is kept where it can be done again: changes in the form of the task, a new task in the line for new ones. */
  const keepWords = ({ order }: Entry, problem: Problem | null, awaited: boolean): void => {
    if (order.kind === "patch")
      redraft(order.base, (edit) =>
        problem === null
          ? saved(edit, order.base, order.changes)
          : stash(edit, order.base, order.changes, ...refusalsOf(problem)),
      );
    // Who has just typed it gives it back better.
    if (order.kind !== "create" || problem === null || awaited) return;
    if (drafts.read<Line>(lineName, emptyLine).text === "")
      drafts.write(lineName, { ...emptyLine, text: order.fields.title });
  };

  const say = ({ order, unless }: Entry, problem: Problem): void => {
    const tone = order.kind === "create" ? "lasting" : "problem";
    const text = `${unless}. ${sayRefusal(problem)}`;
    store.dispatch({ type: "noticed", notice: { id: newId(), tone, text } });
  };

  return {
    /** What the form orders stands there as it is ordered; of any other order it is the older word. */
    onOrdered: ({ order }: Entry): void => {
      if (order.kind === "patch")
        redraft(order.base, (edit) => overtaken(edit, order.base, order.changes));
    },
    onAdded: ({ ticket, taskId, wish, hides }: Entry): void => {
      const pending = { id: ticket.correlationId, taskId, wish };
      store.dispatch({ type: "wished", pending });
      if (hides !== undefined) store.dispatch({ type: "hushed", telling: hides, hidden: true });
    },
    /** It outlives the page from now on: it need not be kept as what is typed as well. */
    onKept: ({ order }: Entry): void => {
      if (order.kind === "patch")
        redraft(order.base, (edit) => saved(edit, order.base, order.changes));
    },
    onAnswered: (entry: Entry, outcome: Outcome, { here, awaited }: Answered): void => {
      const id = entry.ticket.correlationId;
      if (here) keepWords(entry, outcome.ok ? null : outcome.problem, awaited);
      if (outcome.ok && outcome.task) {
        store.dispatch({ type: "granted", id, task: outcome.task });
        return;
      }
      store.dispatch({ type: "refused", id, taskId: entry.taskId });
      if (entry.hides !== undefined && !(outcome.ok && !outcome.withdrawn))
        store.dispatch({ type: "hushed", telling: entry.hides, hidden: false });
      if (outcome.ok) return;
      say(entry, outcome.problem);
    },
    onStalled: (stalled: boolean): void => {
      if (store.read().stalled !== stalled) store.dispatch({ type: "stalled", stalled });
    },
  };
};
