// Reads messages by the rules without holding up anyone else: a short one at once, a long one on another thread. Made by main.ts, called by interpret.ts.
import { emptyConversation } from "../../../domain/conversation.ts";
import type { Id } from "../../../domain/ids.ts";
import { defaultSettings } from "../../../domain/settings.ts";
import { tooMany } from "../../http/allowance.ts";
import { talk } from "../asking.ts";
import { interpretByGrammar } from "../grammar.ts";
import type { Context, Interpretation } from "../interpretation.ts";
import { createBeside } from "./beside.ts";
import type { Sent } from "./pieces.ts";
import type { Read } from "./thread.ts";
import { createTurns } from "./turns.ts";

/** Reads a message for a person. Throws `tooMany` when too many wait already. */
export type ReadByRules = (
  message: string,
  context: Context,
  userId: Id,
) => Promise<Interpretation>;

/** What is read within a few ms: handing it over would cost as much. Most messages are that short. */
const [shortMessage, fewTasks] = [60, 300];
/** What one thread reads in a few seconds, and what of it may be one person's. */
const [mostWaiting, mostOfOne] = [32, 6];
/** The longest messages take 0.2 s; the rest is for a busy machine. */
const deadlineMs = 10_000;
const retryAfterMs = 2_000;

const tooLong =
  "That is too much at once for me, so nothing was changed. Say it in several shorter messages.";

/** The first reading of a process compiles the patterns, which takes hundreds of ms: it is one of these, before anyone waits. */
const warmUp = [
  "buy milk tomorrow 5pm #home p1",
  "what is due today?",
  "remind me to call mom at 6pm",
];
const nobody: Context = {
  now: "2026-01-01T09:00:00.000Z",
  zone: "UTC",
  settings: defaultSettings,
  tasks: [],
  conversation: emptyConversation,
};

type Job = Sent & { done: (read: Read | "late") => void };

/**
 * Made before the gateway listens: it reads a few sentences, so that the first message waits for nothing. The thread starts with the
 * first message and ends when one takes longer than `deadline` ms; that one is answered as too long.
 */
export const createReader = (deadline = deadlineMs): { read: ReadByRules; stop: () => void } => {
  const turns = createTurns<Job>();
  const beside = createBeside();
  for (const message of warmUp) interpretByGrammar(message, nobody);
  let isReading = false;

  const readInTurn = async (): Promise<void> => {
    if (isReading) return;
    isReading = true;
    for (let job = turns.next(); job; job = turns.next()) {
      const { message, context, done } = job;
      const failed = (error: unknown): Read => ({ error: String(error) });
      done(await beside.read({ message, context }, deadline).catch(failed));
    }
    isReading = false;
  };

  return {
    read: async (message, context, userId) => {
      beside.warm();
      const isShort = message.length <= shortMessage && context.tasks.length <= fewTasks;
      if (isShort) return interpretByGrammar(message, context);
      if (turns.waiting() >= mostWaiting || turns.waiting(userId) >= mostOfOne)
        throw tooMany(retryAfterMs);
      const read = await new Promise<Read | "late">((done) => {
        turns.add(userId, { message, context, done });
        void readInTurn();
      });
      if (read === "late") return talk(tooLong);
      if ("error" in read) throw new Error(`a message could not be read: ${read.error}`);
      return read.meant;
    },
    stop: beside.stop,
  };
};
