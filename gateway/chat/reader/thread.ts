// The other side of reader.ts: reads what it is sent by the rules, one message at a time, on a thread of its own.
import { parentPort } from "node:worker_threads";
import { interpretByGrammar } from "../grammar.ts";
import type { Interpretation } from "../interpretation.ts";
import { createGather, type Piece, type Sent } from "./pieces.ts";

export type Read = { meant: Interpretation } | { error: string };
/** What the thread says: once that it is there, then one answer for each message. */
export type Heard = "ready" | Read;

const read = ({ message, context }: Sent): Read => {
  try {
    return { meant: interpretByGrammar(message, context) };
  } catch (error) {
    return { error: String(error instanceof Error ? error.stack : error) };
  }
};

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread is no window
const say = (heard: Heard): void => parentPort?.postMessage(heard);
const gather = createGather();
parentPort?.on("message", (piece: Piece) => {
  const sent = gather(piece);
  if (sent) say(read(sent));
});
say("ready");
