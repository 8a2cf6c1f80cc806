// An undo or redo by a button or the API: carried out like one that was said, and answered alike. Called by chat.ts.
import { ok, refuse, type Result } from "../../domain/result.ts";
import type { ChatReply } from "../../domain/reply.ts";
import type { ChatRequest, HistoryRequest } from "../deps.ts";
import type { Past } from "../history/past.ts";
import { conclude, type Read } from "./answer.ts";
import { turnIdOf } from "./answer-message.ts";
import type { ChatPorts, Person } from "./ports.ts";
import { type Carried, replyFor } from "./reply.ts";
import { takeBack, type TakenBack } from "./take-back.ts";

/**
 * Takes a request back or does it again. It becomes a turn of the conversation, so that all devices show it, when the request was one, and
 * when it asks, so that any device can answer.
 */
export const answerHistory = async (
  ports: ChatPorts,
  asked: HistoryRequest,
): Promise<Result<ChatReply>> => {
  const { userId, command, key, now, origin } = asked;
  const known = await ports.readPerson(userId);
  if (!known.ok) return known;
  const person = known.value;
  const { settings, owner } = person;
  const listener = { now: now.toISOString(), zone: settings.timeZone, locale: settings.locale };
  const message = JSON.stringify(command);
  const done = await takeBack(ports, { userId, key, message, command, origin, owner, listener });
  if (!done.ok) return done;
  if (done.value.is === "refused") {
    const isKnown = isOfConversation(person, command.correlationId);
    const { refusal } = done.value;
    return refusal.code === "not_found" && isKnown
      ? refuse("nothing_to_undo", "That changed nothing, so there is nothing to take back.")
      : { ok: false, error: refusal };
  }
  const said = command.type === "history.undo" ? "Undo" : "Redo";
  const read = readOf({ ...asked, message: said }, person);
  const carried = carriedOf(done.value, asked);
  const isTurn =
    done.value.is === "ask" ||
    isOfConversation(person, command.correlationId) ||
    wasSaid(done.value.past);
  return ok(isTurn ? await conclude(ports, read, carried) : replyFor({ ...read, carried }));
};

const isOfConversation = ({ conversation }: Person, correlationId: string): boolean =>
  conversation.recent.some((turn) => turn.correlationId === correlationId);

const wasSaid = (past: Past | null): boolean => past?.source === "chat";

const readOf = (request: ChatRequest, person: Person): Read => {
  const { settings, conversation } = person;
  const now = request.now.toISOString();
  return {
    request,
    turnId: turnIdOf(request),
    person,
    context: { now, zone: settings.timeZone, settings, tasks: [], conversation },
    tasks: [],
    meant: { commands: [], interpreter: "grammar" },
  };
};

const carriedOf = (
  done: Exclude<TakenBack, { is: "refused" }>,
  { origin }: HistoryRequest,
): Carried =>
  done.is === "done"
    ? { ...done, ask: null }
    : {
        correlationId: origin.correlationId,
        outcomes: [],
        directed: [],
        undoes: null,
        said: [],
        ask: done.ask,
      };
