// Step 2 of the trip: the typed way into an actor. The gateway, the consumers and the tests call it; nobody else speaks to actors.
import { setTimeout as sleep } from "node:timers/promises";
import * as z from "zod";
import { type Backoff, backoffMs } from "../domain/backoff.ts";
import type {
  CommandEnvelope,
  DirectoryEnvelope,
  Origin,
  UserEnvelope,
} from "../domain/command.ts";
import { DirectoryReply } from "../domain/directory/reply.ts";
import type { Id } from "../domain/ids.ts";
import { CaughtUp, TaskReply, UserReply } from "../domain/reply.ts";
import type { MissedReminder, RefusedChange } from "../domain/reminder-event.ts";
import type { Channel } from "../domain/reminder.ts";
import { Turn, type TurnEnvelope, TurnPage } from "../domain/conversation.ts";
import { DaprError } from "../sidecar/client.ts";
import { type ActorAddress, createDapr, isUnreadable } from "./dapr.ts";
import type { DeliveryReport, NoticeReport } from "./delivery/deliveries.ts";

/**
 * No actor answered before the deadline. Whether the command was applied is unknown; repeating it is safe. `isPromised`: the
 * gateway repeats it until it is done or refused.
 */
export class ActorUnavailable extends Error {
  readonly isPromised: boolean;
  constructor(cause: unknown, more: { isPromised?: boolean } = {}) {
    super("the owner of this task cannot be reached at the moment", { cause });
    this.name = "ActorUnavailable";
    this.isPromised = more.isPromised ?? false;
  }
}

/** What is stored of the actor cannot be read. Repeating does not help: `npm run actors` shows and mends it. */
export class ActorUnreadable extends Error {
  constructor({ type, id }: ActorAddress, cause: unknown) {
    super(`what is stored of ${type} ${id} cannot be read (npm run actors -- show ${type} ${id})`, {
      cause,
    });
    this.name = "ActorUnreadable";
  }
}

export type ActorClient = {
  /** Gives a command to its task's actor. Repeated, under the same command id, until the actor has answered. */
  execute(envelope: CommandEnvelope): Promise<TaskReply>;
  /** The committed task as its actor holds it; `not_found` for everyone but the owner. */
  readTask(input: { taskId: Id; userId: Id }): Promise<TaskReply>;
  /** A person's settings and conversation. One who never changed any has the defaults and version 0. */
  readUser(userId: Id): Promise<UserReply>;
  changeUser(userId: Id, envelope: UserEnvelope): Promise<UserReply>;
  /** Gives a change of the directory to its person's actor. */
  changeDirectory(userId: Id, envelope: DirectoryEnvelope): Promise<DirectoryReply>;
  /** Adds a turn to the person's conversation, once; gives it as it is kept. */
  converse(userId: Id, envelope: TurnEnvelope): Promise<{ turn: Turn }>;
  /** At most `limit` turns before the one named (without it the last ones), oldest first. */
  readTurns(userId: Id, page: { before?: Id | undefined; limit: number }): Promise<TurnPage>;
  /** Tells a person what was promised and not done, once for each `noticeId`. */
  tellRefused(
    userId: Id,
    what: { noticeId: Id; refused: RefusedChange[]; origin: Origin },
  ): Promise<{ taken: boolean }>;
  /** Takes away all there is of a task of a person whose account is gone. `erased` is false where it is another's. */
  eraseTask(input: { taskId: Id; userId: Id }): Promise<{ erased: boolean }>;
  /** Takes away the settings, notices and conversation of a person whose account is gone. */
  eraseUser(userId: Id): Promise<{ erased: boolean }>;
  /** Has a channel tried, once for each `noticeId`. What comes of it is in the delivery's outcome. */
  testChannel(
    userId: Id,
    what: { noticeId: Id; channel: Channel; origin: Origin },
  ): Promise<{ taken: boolean }>;
};

/** What the readers of the log and the armer ask of actors. Each may be repeated: what is known already changes nothing. */
export type ClockClient = {
  /** What came of an attempt to deliver a reminder. `taken` is false when it was known or is over. */
  reportDelivery(report: DeliveryReport & { taskId: Id }): Promise<{ taken: boolean }>;
  /** What came of an attempt to deliver a digest or a summary. */
  reportNotice(report: NoticeReport & { userId: Id }): Promise<{ taken: boolean }>;
  /** A reminder came too late: the person's next summary tells it. */
  addMissed(userId: Id, missed: MissedReminder): Promise<{ taken: boolean }>;
  /** Makes a task do what is due and arm what waits until `armUntil` (else until its horizon); says how its reminders stand then. */
  catchUpTask(taskId: Id, armUntil?: Date): Promise<CaughtUp>;
  /** Makes a person's digest, summary and repeated deliveries be armed. */
  catchUpUser(userId: Id): Promise<{ armed: number }>;
};

/** What an operator asks of any actor. */
export type OperatorClient = {
  /** What is stored, as it is (null for nothing), and what is wrong with it. */
  showState(actor: ActorAddress): Promise<{ value?: unknown; problem: string | null }>;
  /** Puts a value in its place; refused (`DaprError`) when it is none of that actor. */
  mendState(actor: ActorAddress, value: unknown): Promise<void>;
};

/**
 * A client that repeats a call while the actor cannot be reached (a host is moving, a sidecar restarts) until
 * `deadlineMs`, then throws `ActorUnavailable`. Repeating is harmless: commands are idempotent by id.
 */
export const createActorClient = (options: {
  daprHttpPort: number;
  daprApiToken: string;
  deadlineMs?: number;
  /** An actor has answered. */
  onAnswer?: () => void;
}): ActorClient & ClockClient & OperatorClient => {
  const dapr = createDapr({ httpPort: options.daprHttpPort, apiToken: options.daprApiToken });
  const deadlineMs = options.deadlineMs ?? 15_000;

  const call = async <T>(
    actor: ActorAddress,
    method: string,
    schema: z.ZodType<T>,
    body: unknown,
    traceparent: string | null = null,
  ) => {
    const giveUpAt = Date.now() + deadlineMs;
    for (let attempt = 0; ; attempt += 1) {
      const left = giveUpAt - Date.now();
      try {
        const attemptMs = Math.max(1, Math.min(attemptDeadlineMs, left));
        const more = { deadlineMs: attemptMs, traceparent };
        const answer = schema.parse(await dapr.invokeActor(actor, method, body, more));
        options.onAnswer?.();
        return answer;
      } catch (error) {
        if (isUnreadable(error)) throw new ActorUnreadable(actor, error);
        if (!isWorthRepeating(error)) throw error;
        const pauseMs = backoffMs(attempt + 1, pauses, Math.random());
        if (Date.now() + pauseMs >= giveUpAt) throw new ActorUnavailable(error);
        await sleep(pauseMs);
      }
    }
  };

  const task = (id: Id): ActorAddress => ({ type: "TaskActor", id });
  const user = (id: Id): ActorAddress => ({ type: "UserActor", id });

  return {
    execute: (envelope) =>
      call(
        task(envelope.command.taskId),
        "execute",
        TaskReply,
        envelope,
        envelope.origin.traceparent,
      ),
    readTask: ({ taskId, userId }) => call(task(taskId), "read", TaskReply, { userId }),
    readUser: (userId) => call(user(userId), "read", UserReply, {}),
    changeUser: (userId, envelope) =>
      call(user(userId), "execute", UserReply, envelope, envelope.origin.traceparent),
    changeDirectory: (userId, envelope) =>
      call(user(userId), "direct", DirectoryReply, envelope, envelope.origin.traceparent),
    converse: (userId, envelope) =>
      call(user(userId), "converse", Kept, envelope, envelope.origin.traceparent),
    readTurns: (userId, page) => call(user(userId), "turns", TurnPage, page),
    tellRefused: (userId, what) => call(user(userId), "refused", Taken, what),
    eraseTask: ({ taskId, userId }) => call(task(taskId), "erase", Erased, { userId }),
    eraseUser: (userId) => call(user(userId), "erase", Erased, {}),
    testChannel: (userId, what) => call(user(userId), "test", Taken, what),
    reportDelivery: ({ taskId, ...report }) => call(task(taskId), "report", Taken, report),
    reportNotice: ({ userId, ...report }) => call(user(userId), "report", Taken, report),
    addMissed: (userId, missed) => call(user(userId), "missed", Taken, missed),
    catchUpTask: (taskId, armUntil) =>
      call(task(taskId), "catch-up", CaughtUp, { armUntil: armUntil?.toISOString() }),
    catchUpUser: (userId) => call(user(userId), "catch-up", Armed, {}),
    showState: (actor) => call(actor, "show", Shown, {}),
    mendState: async (actor, value) => void (await call(actor, "mend", z.unknown(), value)),
  };
};

const Kept = z.object({ turn: Turn });
const Erased = z.object({ erased: z.boolean() });
const Taken = z.object({ taken: z.boolean() });
const Shown = z.object({ value: z.unknown(), problem: z.string().nullable() });
const Armed = z.object({ armed: z.int() });

/** One attempt may hang (a sidecar stopped in the middle): short enough that a second one fits before the deadline. */
const attemptDeadlineMs = 6_000;

const pauses: Backoff = { firstMs: 50, mostMs: 1_000 };

/** A wrong argument stays wrong; everything else (no sidecar, no host, a host that moves, a failed save) may heal. */
const isWorthRepeating = (error: unknown): boolean =>
  !(error instanceof z.ZodError) &&
  !(error instanceof DaprError && error.body.includes(refusedByHost));

/** How the sidecar words a 400 of the host: it hides the status in the text of its own 500. */
const refusedByHost = "error from actor service: (400)";
