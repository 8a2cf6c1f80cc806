// What one open page knows. Made by reduce.ts from frames and answers, shown by the views.
import type { Directory } from "../../domain/directory/directory.ts";
import { emptyDirectory } from "../../domain/directory/empty-directory.ts";
import type { Id } from "../../domain/ids.ts";
import type { Alert } from "../../domain/reminder.ts";
import type { Task, TaskFields, TaskPatch } from "../../domain/task.ts";
import { type Chat, emptyChat } from "./chat.ts";

/** How the page stands with the gateway's socket. `outdated`: the page is older than the gateway's protocol. */
export type Connection = "connecting" | "live" | "reconnecting" | "offline" | "outdated";

/** How many of the tasks have heard of it. */
export type Moving = { id: string; tasks: number; done: number };

/** What a person asked for and the gateway has not confirmed: shown at once, laid over what is committed. */
export type Wish =
  | { kind: "create"; fields: Partial<TaskFields> & { title: string }; at: string }
  | { kind: "patch"; changes: TaskPatch }
  | { kind: "trash" };

/**
 * `id` is the request's correlation id: the update on the socket carries it, whichever of the two answers comes first. Wishes for several tasks may
 * share it.
 */
export type Pending = { id: Id; taskId: Id; wish: Wish };

/** A change that came from elsewhere and deserves a short highlight. */
export type Arrival = { eventId: Id; taskId: Id; change: string; title: string };

/** A sentence for the person, with at most one thing to do about it. */
export type Notice = {
  id: string;
  /** `lasting` stays until it is closed. */
  tone: "info" | "problem" | "lasting";
  text: string;
  action?: { label: string; run: () => void };
  /** The change it offers to take back or bring back: once that is done by other means, the notice is out of date. */
  about?: Id;
};

/**
 * The tasks that ended before those of the snapshot. `cursor` reads on in them, null: the page has all. `wanted` pages were asked for here, `read`
 * of them came since the last snapshot, which is the `snapshot`-th: it takes along what was read before, so that is read anew.
 */
export type Older = { cursor: string | null; wanted: number; read: number; snapshot: number };

/**
 * `tasks` are committed and not in the trash; `gone` remembers at which version a task left, so that a late message cannot
 * bring it back; `staged` collects the pages of a snapshot until the last one is there. `absent` are ids that were asked for and are no task
 * of this person. `alerts` are the newest words on notifications, `hushed` those dismissed here before the gateway has said so.
 */
export type State = {
  device: string;
  tasks: ReadonlyMap<Id, Task>;
  gone: ReadonlyMap<Id, number>;
  absent: ReadonlySet<Id>;
  staged: readonly (readonly Task[])[] | null;
  older: Older;
  /** Projects, tags and saved filters; names that only tasks hold are not in it (domain/directory/listed.ts). */
  directory: Directory;
  loaded: boolean;
  connection: Connection;
  /** A change of the settings on its way to the tasks. */
  moving: Moving | null;
  pending: readonly Pending[];
  /** What is pending waits for longer than a request takes, though the line is live. */
  stalled: boolean;
  arrivals: readonly Arrival[];
  notices: readonly Notice[];
  alerts: ReadonlyMap<string, Alert>;
  hushed: ReadonlySet<string>;
  chat: Chat;
  /** The line begins anew without the turns that were missed. */
  missedTurns: boolean;
  /** Counts the questions that something outside of the conversation has raised in it. */
  asked: number;
};

/** The state of a page that has just been opened on this device. */
export const emptyState = (device: string): State => ({
  device,
  tasks: new Map(),
  gone: new Map(),
  absent: new Set(),
  staged: null,
  older: { cursor: null, wanted: 0, read: 0, snapshot: 0 },
  directory: emptyDirectory,
  loaded: false,
  connection: "connecting",
  moving: null,
  pending: [],
  stalled: false,
  arrivals: [],
  notices: [],
  alerts: new Map(),
  hushed: new Set(),
  chat: emptyChat,
  missedTurns: true,
  asked: 0,
});
