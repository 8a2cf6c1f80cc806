// What the gateway's app is made of; main.ts makes the real ones, tests make theirs.
import type { Logger } from "pino";
import type { ActorClient } from "../actors/client.ts";
import type { Database } from "../database/pool.ts";
import type { Id } from "../domain/ids.ts";
import type { ChatReply } from "../domain/reply.ts";
import type { Result } from "../domain/result.ts";
import type { HistoryCommand, Origin } from "../domain/command.ts";
import type { Outages } from "../domain/outages.ts";
import type { Auth } from "./auth/auth.ts";
import type { Guesses } from "./auth/guesses.ts";
import type { Letters } from "./auth/letters.ts";
import type { Sessions } from "./auth/sessions.ts";
import type { SignUpMode } from "./auth/sign-up.ts";
import type { Allowance } from "./http/allowance.ts";
import type { Hub } from "./sockets/hub.ts";

export type ChatRequest = {
  userId: Id;
  message: string;
  timeZone?: string;
  now: Date;
  key?: string;
  origin: Omit<Origin, "commandId">;
  /** Told the answer's words while a model says them; the reply then holds them all. */
  onText?: (delta: string) => void;
  /** Nobody waits for the answer any more. */
  signal?: AbortSignal;
};
/** An undo or a redo by its correlation id. */
export type HistoryRequest = Pick<ChatRequest, "userId" | "now" | "key" | "origin"> & {
  command: HistoryCommand;
};
/** Refused are an unknown correlation id (`not_found`) and one with nothing to take back (`nothing_to_undo`). */
export type History = (request: HistoryRequest) => Promise<Result<ChatReply>>;

export type Chat = (request: ChatRequest) => Promise<Result<ChatReply>>;

/** `up` when this process has read the feed to its present end. */
export type FeedState = "up" | "down" | "starting";

export type AppDeps = {
  db: Database;
  actors: ActorClient;
  auth: Auth;
  sessions: Sessions;
  /** How often passwords may be guessed. */
  guesses: Guesses;
  /** Who may make an account. */
  signUp: SignUpMode;
  /** The letters about an account; null where no mail server is configured. */
  letters: Letters | null;
  /** What cookies are signed with. */
  secret: string;
  chat: Chat;
  history: History;
  /** Changed settings wait for their tasks to be told. */
  wakeRetimer: () => void;
  /** An account was deleted: what it had waits to be erased. */
  wakeEraser: () => void;
  feedState: () => FeedState;
  /** The sockets of this gateway, for what ends their sessions. */
  hub: Hub;
  /** How much each person may ask. */
  allowance: Allowance;
  /** What is free on the disk with the data; null where that is not on this machine. */
  freeBytes: (() => Promise<number>) | null;
  /** Told to end: not ready for anybody new. */
  isEnding: () => boolean;
  log: Logger;
  /** One line an outage of a part, shared by all of the process. */
  outages: Outages;
  now: () => Date;
  /** First the public one. */
  origins: string[];
  trustedProxyHops: number;
  /** Name of the session cookie. */
  cookieName: string;
  /** Folder of the built web page. */
  webRoot: string;
};
