// Every way the page's state can change. Pure; called by store.ts for each frame, answer and wish.
import type { Directory } from "../../domain/directory/directory.ts";
import type { ServerFrame } from "../../domain/frame.ts";
import type { Id } from "../../domain/ids.ts";
import type { Task } from "../../domain/task.ts";
import { hush } from "./alerts.ts";
import { applyTasks } from "./apply.ts";
import { type ChatAction, reduceChat } from "./chat.ts";
import { withDirectory } from "./directory.ts";
import { onFrames } from "./frames.ts";
import { type OlderAction, reduceOlder } from "./older.ts";
import type { Connection, Notice, Pending, State } from "./state.ts";

export type Action =
  /** What the socket said, in turn. */
  | { type: "frames"; frames: readonly ServerFrame[] }
  | { type: "connection"; connection: Connection }
  /** A person wants something: it shows at once. */
  | { type: "wished"; pending: Pending }
  /** The gateway answered a wish with the committed task. */
  | { type: "granted"; id: Id; task: Task }
  /** The gateway refused a wish, or gave no answer: what was shown is taken back. */
  | { type: "refused"; id: Id; taskId: Id }
  /** What is wished waits, or no longer. */
  | { type: "stalled"; stalled: boolean }
  /** Committed tasks seen in passing, such as those of a chat reply. */
  | { type: "learned"; tasks: readonly Task[] }
  /** The directory as an answer has it: the frame with it may come later. */
  | { type: "directory_learned"; directory: Directory }
  /** Tasks that were asked for by their ids; `absent` of them are not there. */
  | { type: "looked_up"; tasks: readonly Task[]; absent: readonly Id[] }
  | OlderAction
  | { type: "arrival_shown"; eventId: Id }
  /** A reminder was dismissed here (`hidden`), or the gateway refused that. */
  | { type: "hushed"; telling: string; hidden: boolean }
  | { type: "noticed"; notice: Notice }
  | { type: "notice_closed"; id: string }
  /** A change was taken back, or brought back: what offered to do so is out of date. */
  | { type: "rewound"; correlationId: Id }
  | { type: "chat"; chat: ChatAction }
  /** An undo could not be done without asking: the question is in the conversation. */
  | { type: "asked" };

/** At most this many notices at once; the oldest leaves first, of those that would leave by themselves. */
const noticeLimit = 3;

const withNotice = (notices: readonly Notice[], notice: Notice): Notice[] => {
  const all = [...notices, notice];
  if (all.length <= noticeLimit) return all;
  const passing = all.findIndex(({ tone }) => tone !== "lasting");
  return all.toSpliced(Math.max(0, passing), 1);
};

/** The state after an action. */
export const reduce = (state: State, action: Action): State => {
  switch (action.type) {
    case "frames":
      return onFrames(state, action.frames);
    case "connection":
      return { ...state, connection: action.connection };
    case "wished":
      return { ...state, pending: [...state.pending, action.pending] };
    case "stalled":
      return { ...state, stalled: action.stalled };
    case "granted":
      return applyTasks(withoutPending(state, action.id, action.task.id), [action.task]);
    case "refused":
      return withoutPending(state, action.id, action.taskId);
    case "learned":
      return applyTasks(state, action.tasks);
    case "directory_learned":
      return withDirectory(state, action.directory);
    case "looked_up":
      return {
        ...applyTasks(state, action.tasks),
        absent: new Set([...state.absent, ...action.absent]),
      };
    case "older_wanted":
    case "older_read":
    case "older_failed":
      return reduceOlder(state, action);
    case "arrival_shown":
      return { ...state, arrivals: state.arrivals.filter((a) => a.eventId !== action.eventId) };
    case "hushed":
      return { ...state, hushed: hush(state.hushed, action.telling, action.hidden) };
    case "noticed":
      return { ...state, notices: withNotice(state.notices, action.notice) };
    case "notice_closed":
      return { ...state, notices: state.notices.filter((notice) => notice.id !== action.id) };
    case "rewound":
      return {
        ...state,
        notices: state.notices.filter(({ about }) => about !== action.correlationId),
      };
    case "asked":
      return { ...state, asked: state.asked + 1 };
    case "chat":
      return { ...state, chat: reduceChat(state.chat, action.chat) };
  }
};

/** A change of several tasks is one id, and one wish a task. */
const withoutPending = (state: State, id: Id, taskId: Id): State => ({
  ...state,
  pending: state.pending.filter((one) => one.id !== id || one.taskId !== taskId),
});
