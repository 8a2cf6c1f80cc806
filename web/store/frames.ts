// What a frame of the socket does to the page. Called by reduce.ts; the protocol is domain/frame.ts.
import type { ServerFrame } from "../../domain/frame.ts";
import type { Notice as FeedNotice, TaskUpdate } from "../../domain/update.ts";
import { applyAlert, applyAlertSnapshot } from "./alerts.ts";
import { applySnapshot, applyTasks, applyVersion, knownVersion } from "./apply.ts";
import { reduceChat } from "./chat.ts";
import { sayNotice } from "./notice.ts";
import type { State } from "./state.ts";

type Snapshot = Extract<ServerFrame, { type: "snapshot" }>;

/** The state after one frame from the gateway. */
export const onFrame = (state: State, frame: ServerFrame): State => {
  switch (frame.type) {
    case "snapshot":
      return onSnapshot(state, frame);
    case "update":
      return onUpdate(state, frame.update);
    case "alert":
      return { ...state, alerts: applyAlert(state.alerts, frame.alert) };
    case "notice":
      return withNotice(state, frame.notice);
    case "turn":
      return { ...state, chat: reduceChat(state.chat, { type: "turned", turn: frame.turn }) };
    case "moving":
      return { ...state, moving: movingAfter(state, frame) };
    case "welcome":
      // What went on meanwhile is told again within a second, if it is not over.
      return { ...state, moving: null, missedTurns: state.missedTurns || !frame.resumed };
    case "live":
      return onLive(state);
    default:
      return state;
  }
};

/** The end of an earlier change is none of a later one's. */
const movingAfter = (
  { moving }: State,
  { id, tasks, done, over }: Extract<ServerFrame, { type: "moving" }>,
): State["moving"] => {
  if (!over) return { id, tasks, done };
  return moving?.id === id ? null : moving;
};

/** After a snapshot, turns may have passed this page by: the newest are wanted anew. After a resumption none have. */
const onLive = (state: State): State => {
  const { chat, missedTurns } = state;
  const wanted = missedTurns ? chat.wanted + 1 : chat.wanted;
  return {
    ...state,
    connection: "live",
    loaded: true,
    missedTurns: false,
    chat: { ...chat, wanted },
  };
};

const onSnapshot = (before: State, { tasks, alerts, first, more }: Snapshot): State => {
  const staged = new Map(first ? [] : before.staged);
  for (const task of tasks) staged.set(task.id, task);
  const state = alerts ? { ...before, alerts: applyAlertSnapshot(before.alerts, alerts) } : before;
  if (more) return { ...state, staged };
  return { ...applySnapshot(state, staged), staged: null, loaded: true };
};

const onUpdate = (state: State, update: TaskUpdate): State => {
  const pending = state.pending.filter(({ id }) => id !== update.correlationId);
  if (update.version <= knownVersion(state, update.taskId)) return { ...state, pending };
  const next = { ...applyVersion(state, update.taskId, update.version, update.task), pending };
  // An update between two pages of a snapshot must survive the last page.
  if (state.staged !== null && update.task?.deletedAt === null)
    next.staged = applyTasks({ tasks: state.staged, gone: new Map() }, [update.task]).tasks;
  return withArrival(next, state, update);
};

/** Changes made on this page need no highlight, and those missed while away would be too many. */
const withArrival = (next: State, before: State, update: TaskUpdate): State => {
  if (before.connection !== "live" || update.device === before.device) return next;
  const title = update.task?.title ?? before.tasks.get(update.taskId)?.title ?? "";
  const { eventId, taskId, change } = update;
  return { ...next, arrivals: [...before.arrivals, { eventId, taskId, change, title }] };
};

/** A digest or a summary; heard twice, it is shown once. */
const withNotice = (state: State, notice: FeedNotice): State =>
  state.notices.some(({ id }) => id === notice.id)
    ? state
    : { ...state, notices: [...state.notices, sayNotice(notice, state.tasks.size)] };
