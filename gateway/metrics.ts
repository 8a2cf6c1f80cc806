// What a gateway measures of itself: each name, its labels, and what it means. Counted where it happens; docs/operations.md says what to watch.
import type { CommandEnvelope } from "../domain/command.ts";
import type { Id } from "../domain/ids.ts";
import type { TaskReply } from "../domain/reply.ts";
import {
  counter,
  gauge,
  histogram,
  latenessBuckets,
  requestBuckets,
} from "../process/metrics/instruments.ts";
import type { Interpreted } from "./chat/interpretation.ts";

const writes = counter(
  "punctual_writes_total",
  "Commands by kind and outcome: done, repeated, unavailable (promised, and repeated later), or the code of the refusal.",
  ["kind", "outcome"],
);
const requests = histogram(
  "punctual_http_request_seconds",
  "Requests by route and status, from the first byte to the answer.",
  ["method", "route", "status"],
  requestBuckets,
);
const feedLatency = histogram(
  "punctual_feed_latency_seconds",
  "From an event's time (the actor's decision) to its frame on this gateway's sockets.",
  [],
  latenessBuckets,
);
const frames = counter(
  "punctual_socket_frames_total",
  "Frames with an update that were sent to following sockets.",
);
const chats = counter(
  "punctual_chat_messages_total",
  "Messages read, by who read them (grammar, model) and what came of them (change, question, answer).",
  ["interpreter", "outcome"],
);
const unread = counter(
  "punctual_chat_model_unread_total",
  "Messages that the model was asked about and did not read, by why; the rules' reading stood.",
  ["why"],
);

/** What came of a plan's commands, by the ids of those that were answered; of the others no actor was there. */
export const countWrites = (
  plan: readonly CommandEnvelope[],
  replies: ReadonlyMap<Id, TaskReply>,
): void => {
  for (const { command, origin } of plan)
    writes.inc({ kind: command.type, outcome: outcomeOf(replies.get(origin.commandId)) });
};

const outcomeOf = (reply: TaskReply | undefined): string => {
  if (reply === undefined) return "unavailable";
  if (!reply.ok) return reply.error.code;
  return reply.repeated ? "repeated" : "done";
};

/** An answered request. `route` is the pattern, never the path. */
export const countRequest = (
  what: { method: string; route: string; status: number },
  ms: number,
): void => requests.observe({ ...what, status: String(what.status) }, ms / 1_000);

/** An update of the feed is with so many sockets; `at`: the event's time. One that nobody here follows was late for nobody. */
export const countUpdate = (sent: number, at: string, now: number): void => {
  if (sent === 0) return;
  frames.inc({}, sent);
  feedLatency.observe({}, Math.max(0, now - Date.parse(at)) / 1_000);
};

/** A message was read. */
export const countChat = ({ interpreter, commands, ask }: Interpreted): void => {
  const outcome = commands.length > 0 ? "change" : ask ? "question" : "answer";
  chats.inc({ interpreter, outcome });
};

/** The model did not read a message. */
export const countUnread = (why: string): void => unread.inc({ why });

/** What the hub and the feed say of themselves. */
type Watched = {
  hub: { all(): unknown[]; following(): unknown[] };
  feed: { state(): string };
};

/** Shows what this gateway holds at the moment of a scrape. */
export const watchGateway = ({ hub, feed }: Watched): void => {
  gauge(
    "punctual_sockets",
    "Sockets of this gateway: all, and those that follow the feed.",
    () => ({ open: hub.all().length, following: hub.following().length }),
    "state",
  );
  gauge("punctual_feed_up", "1 while this gateway reads the feed to its present end.", () =>
    feed.state() === "up" ? 1 : 0,
  );
};
