// What frames of the socket do to the page. Called by reduce.ts; the protocol is domain/frame.ts.
import type { ServerFrame } from "../../domain/frame.ts";
import type { Notice as FeedNotice, TaskUpdate } from "../../domain/update.ts";
import { applyAlertSnapshot, applyAlerts } from "./alerts.ts";
import { applyChanges, applySnapshot } from "./apply.ts";
import { reduceChat } from "./chat.ts";
import { sayNotice } from "./notice.ts";
import { withDirectory, withSnapshotDirectory } from "./directory.ts";
import type { Arrival, State } from "./state.ts";

type Frame<T extends ServerFrame["type"]> = Extract<ServerFrame, { type: T }>;

const newsTypes = new Set<ServerFrame["type"]>(["update", "alert", "notice", "turn", "directory"]);

/** What arrives all the time. Frames of these kinds are of different things, so their order does not matter between the kinds. */
const isNews = ({ type }: ServerFrame): boolean => newsTypes.has(type);

/** The state after frames from the gateway, in turn. A burst of updates copies the list once. */
export const onFrames = (state: State, frames: readonly ServerFrame[]): State => {
  let next = state;
  let news: ServerFrame[] = [];
  for (const frame of frames) {
    if (isNews(frame)) news.push(frame);
    else {
      next = onOther(onNews(next, news), frame);
      news = [];
    }
  }
  return onNews(next, news);
};

const of = <T extends ServerFrame["type"]>(frames: ServerFrame[], type: T): Frame<T>[] =>
  frames.filter((frame): frame is Frame<T> => frame.type === type);

const onNews = (state: State, frames: ServerFrame[]): State => {
  if (frames.length === 0) return state;
  const updates = of(frames, "update").map(({ update }) => update);
  const alerts = of(frames, "alert").map(({ alert }) => alert);
  let next = updates.length > 0 ? onUpdates(state, updates) : state;
  if (alerts.length > 0) next = { ...next, alerts: applyAlerts(next.alerts, alerts) };
  for (const { notice } of of(frames, "notice")) next = withNotice(next, notice);
  for (const { directory } of of(frames, "directory")) next = withDirectory(next, directory);
  for (const { turn } of of(frames, "turn"))
    next = { ...next, chat: reduceChat(next.chat, { type: "turned", turn }) };
  return next;
};

const onOther = (state: State, frame: ServerFrame): State => {
  switch (frame.type) {
    case "snapshot":
      return onSnapshot(state, frame);
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

const onSnapshot = (before: State, page: Frame<"snapshot">): State => {
  const { tasks, alerts, directory, first, more, older: cursor = null } = page;
  const staged = [...((first ? null : before.staged) ?? []), tasks];
  const told = alerts ? { ...before, alerts: applyAlertSnapshot(before.alerts, alerts) } : before;
  const state = directory ? withSnapshotDirectory(told, directory) : told;
  if (more) return { ...state, staged };
  // What was read of older tasks is not in it, and may have been deleted meanwhile: it goes, and is read anew.
  const { wanted, snapshot } = state.older;
  const older = { cursor, wanted, read: 0, snapshot: snapshot + 1 };
  return { ...applySnapshot(state, staged), staged: null, older, absent: new Set(), loaded: true };
};

const onUpdates = (before: State, updates: TaskUpdate[]): State => {
  const confirmed = new Set(updates.map((one) => `${one.correlationId} ${one.taskId}`));
  const pending = before.pending.filter(({ id, taskId }) => !confirmed.has(`${id} ${taskId}`));
  const { copy, applied } = applyChanges(before, updates);
  if (applied.length === 0) return { ...before, pending };
  const next = { ...copy, pending };
  // An update between two pages of a snapshot must survive the last page.
  if (before.staged !== null) {
    const alive = applied.flatMap(({ task }) => (task?.deletedAt === null ? [task] : []));
    next.staged = [...before.staged, alive];
  }
  return { ...next, arrivals: arrivalsAfter(before, applied) };
};

/** More at once are no news but a crowd. */
const mostArrivals = 20;

/** Changes made on this page need no highlight, and those missed while away would be too many. */
const arrivalsAfter = (before: State, applied: TaskUpdate[]): readonly Arrival[] => {
  const fresh = applied.filter(({ device }) => device !== before.device);
  if (before.connection !== "live" || fresh.length === 0) return before.arrivals;
  const arrived = fresh.map(({ eventId, taskId, change, task }) => {
    const title = task?.title ?? before.tasks.get(taskId)?.title ?? "";
    return { eventId, taskId, change, title };
  });
  return [...before.arrivals, ...arrived].slice(-mostArrivals);
};

/** A digest or a summary; heard twice, it is shown once. */
const withNotice = (state: State, notice: FeedNotice): State =>
  state.notices.some(({ id }) => id === notice.id)
    ? state
    : { ...state, notices: [...state.notices, sayNotice(notice, state.tasks.size)] };
