// An undo or a redo carried out: planned, ordered, and planned once more when a task was changed at the same moment. Called by answer.ts.
import type { HistoryCommand, Origin, TaskCommand } from "../../domain/command.ts";
import type { DirectoryCommand } from "../../domain/directory/command.ts";
import type { Ask } from "./interpretation.ts";
import type { Id } from "../../domain/ids.ts";
import type { Listener } from "../../domain/language/say-when.ts";
import { ok, refuse, type Refusal, type Result } from "../../domain/result.ts";
import type { Owner } from "../../domain/settings.ts";
import type { Executed } from "../command/execute.ts";
import type { Past } from "../history/past.ts";
import { type HistoryPlan, planHistory } from "../history/plan-history.ts";
import type { ChatPorts } from "./ports.ts";
import { askAbout, sayNote } from "./say-conflict.ts";
import { type DirectedOutcome, directedOf } from "./say-directory.ts";
import { type Outcome, outcomesOf } from "./wording.ts";

export type TakeBack = {
  userId: Id;
  /** Of the request; said again under it, nothing happens twice. */
  key: string | undefined;
  /** What was asked for, as the key knows it. */
  message: string;
  command: HistoryCommand;
  origin: Omit<Origin, "commandId">;
  owner: Owner;
  listener: Listener;
};

/** `said`: what cannot be taken back. `past` is null when the answer of before is given again. */
export type TakenBack =
  | {
      is: "done";
      outcomes: Outcome[];
      directed: DirectedOutcome[];
      correlationId: Id;
      undoes: Id;
      said: string[];
      past: Past | null;
    }
  | { is: "ask"; ask: Ask; past: Past }
  | { is: "refused"; refusal: Refusal };

/**
 * Takes a request back. All commands name the version they are meant for: two undos at once are one, for the second finds the tasks changed and plans anew
 * on what their actors say. Refused with `idempotency_mismatch` when the key belongs to another request; throws ActorUnavailable or a database error.
 */
export const takeBack = async (ports: ChatPorts, asked: TakeBack): Promise<Result<TakenBack>> => {
  const first = await attempt(ports, asked, asked.key, "copies");
  if (!first.ok || first.value.is !== "done" || !isStale(first.value.outcomes)) return first;
  const key = asked.key === undefined ? undefined : `${asked.key} again`;
  const second = await attempt(ports, asked, key, "owners");
  if (!second.ok) return second;
  const done = first.value.outcomes.filter((outcome) => !isMismatch(outcome));
  if (second.value.is === "done")
    return ok({
      ...second.value,
      outcomes: [...done, ...second.value.outcomes],
      directed: first.value.directed,
    });
  return done.length === 0 ? second : ok({ ...first.value, outcomes: done });
};

const attempt = async (
  ports: ChatPorts,
  asked: TakeBack,
  key: string | undefined,
  from: "copies" | "owners",
): Promise<Result<TakenBack>> => {
  const { userId, command, listener, origin } = asked;
  // What was promised under this key is what happens, whatever one would plan now.
  const known = key === undefined ? null : await ports.readIntent(userId, key);
  if (known !== null && known.undoes === null) return anotherRequest;
  const plan: HistoryPlan | null = known
    ? null
    : await planHistory(ports.history, {
        userId,
        by: origin.correlationId,
        command,
        at: listener.now,
        from,
      });
  if (plan && plan.is !== "plan") return ok(unplanned(plan, asked));
  const undoes = plan?.undoes ?? known?.undoes ?? command.correlationId;
  const { commands = [], directory = [] } = plan ?? {};
  const executed = await order(ports, asked, { key, undoes, commands, directory });
  if (!executed.ok) return executed;
  await executed.value.recorded;
  return ok({
    is: "done",
    outcomes: outcomesOf(executed.value),
    directed: directedOf(executed.value),
    correlationId: executed.value.correlationId ?? asked.origin.correlationId,
    undoes,
    said: (plan?.notes ?? []).map((note) => sayNote(note, listener)),
    past: plan?.past ?? null,
  });
};

/** Why nothing is ordered, in words. */
const unplanned = (
  plan: Exclude<HistoryPlan, { is: "plan" }>,
  { command, listener }: TakeBack,
): TakenBack => {
  if (plan.is === "ask")
    return { is: "ask", ask: askAbout(plan.about, command, listener), past: plan.past };
  if (plan.is === "refused") return plan;
  const why = plan.notes.map((note) => sayNote(note, listener)).join("\n");
  return { is: "refused", refusal: refuse("nothing_to_undo", why).error };
};

const order = (
  ports: ChatPorts,
  { userId, message, origin, owner }: TakeBack,
  {
    key,
    undoes,
    commands,
    directory,
  }: {
    key: string | undefined;
    undoes: Id;
    commands: TaskCommand[];
    directory: DirectoryCommand[];
  },
): Promise<Result<Executed>> =>
  ports.execute({
    userId,
    key,
    message,
    commands,
    directory,
    origin: { ...origin, causationId: undoes },
    owner,
    undoes,
  });

const isMismatch = ({ reply }: Outcome): boolean =>
  !reply.ok && reply.error.code === "version_mismatch";

const isStale = (outcomes: Outcome[]): boolean => outcomes.some(isMismatch);

const anotherRequest = refuse(
  "idempotency_mismatch",
  "this Idempotency-Key was used for another request before",
);
