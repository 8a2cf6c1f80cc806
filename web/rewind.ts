// Takes changes back and brings them back: one button for a message's, one key for the last of this page. Made by workspace.ts, called by
// wishes.ts and the views.
import type { Id } from "../domain/ids.ts";
import type { ChatReply } from "../domain/reply.ts";
import { newId, newTicket, type Punctual } from "./api/punctual.ts";
import type { Answer } from "./api/request.ts";
import { keep } from "./look/kept.ts";
import type { Outbox } from "./offline/outbox/outbox.ts";
import { type Remedy, turnOf } from "./store/conversation.ts";
import type { Notice } from "./store/state.ts";
import type { Store } from "./store/store.ts";
import { sentence } from "./words/sentence.ts";
import { wishesWords } from "./words/wishes.ts";
import { sharedWords } from "./words/shared.ts";

export type Rewind = ReturnType<typeof createRewind>;

/** How many of its own changes a page can take back one after the other. */
const limit = 50;

/** Takes back what has not been sent yet: what is newer than a change that was carried out (outbox.ts). */
export type TakeBack = Outbox["takeBack"];

/** What this page changes about itself with a change: it goes back, and comes again, with it. */
export type Beside = Record<Remedy["is"], () => void>;

export const createRewind = (
  store: Store,
  punctual: Punctual,
  takeBack: TakeBack = async () => null,
) => {
  let done: Id[] = [];
  let undone: Id[] = [];
  const besides = new Map<Id, Beside>();

  const say = (tone: Notice["tone"], text: string, remedy?: Remedy): void =>
    store.dispatch({
      type: "noticed",
      notice: {
        id: newId(),
        tone,
        text,
        ...(remedy && {
          about: remedy.correlationId,
          action: { label: sharedWords[remedy.is], run: () => void aloud(remedy) },
        }),
      },
    });

  /** What a message had changed, and what is asked, is a turn of the conversation; of anything else the socket would have told. */
  const show = (is: Remedy["is"], of: Id, reply: ChatReply): void => {
    const { chat, device } = store.read();
    const wasSaid = chat.turns.some(({ correlationId }) => correlationId === of);
    if (!wasSaid && reply.choices.length === 0) return;
    const turn = turnOf(reply, { message: sharedWords[is], at: new Date(), device });
    store.dispatch({ type: "chat", chat: { type: "answered", turn } });
  };

  /** Sends it and shows it. */
  const send = async ({ is, correlationId }: Remedy): Promise<Answer<ChatReply>> => {
    const answer = await punctual.rewind(is, correlationId, newTicket());
    if (!answer.ok) return answer;
    const reply = answer.value;
    store.dispatch({ type: "learned", tasks: reply.tasks });
    show(is, correlationId, reply);
    // A field has changed since: the question is in the conversation, wherever the person is looking.
    if (reply.choices.length > 0) store.dispatch({ type: "asked" });
    if (reply.undoes === null) return answer;
    store.dispatch({ type: "rewound", correlationId });
    done = done.filter((id) => id !== correlationId);
    undone = undone.filter((id) => id !== correlationId);
    const beside = besides.get(correlationId);
    beside?.[is]();
    if (beside) besides.set(reply.correlationId, beside);
    if (is === "undo") keep("took-back", true); // one of the first steps
    if (is === "undo") undone = [...undone, reply.correlationId];
    else done = [...done, reply.correlationId];
    return answer;
  };

  const sayWaiting = ({ is, unless }: NonNullable<Awaited<ReturnType<TakeBack>>>): void => {
    say("info", is === "sent" ? wishesWords.onWay : wishesWords.takenBack(unless));
  };

  /** The same for who is not looking at the conversation: a notice says what was done, or why not. What has not been sent is not sent. */
  const aloud = async (remedy: Remedy): Promise<void> => {
    const waiting = remedy.is === "undo" ? await takeBack(undefined, remedy.correlationId) : null;
    if (waiting !== null) return sayWaiting(waiting);
    const answer = await send(remedy);
    if (!answer.ok) return say("problem", sentence(answer.problem.message));
    const { correlationId, undoes, text } = answer.value;
    if (undoes === null) return;
    say("info", text, remedy.is === "undo" ? { is: "redo", correlationId } : undefined);
  };

  const last = async (ids: readonly Id[], is: Remedy["is"]): Promise<void> => {
    const correlationId = ids.at(-1);
    if (correlationId === undefined) say("info", wishesWords.nothing[is]);
    else await aloud({ is, correlationId });
  };

  /** What waits to be sent is newer than all that was: it goes first, and nobody need be asked. */
  const undoLast = async (): Promise<void> => {
    const waiting = await takeBack(done.at(-1));
    if (waiting === null) return last(done, "undo");
    sayWaiting(waiting);
  };

  return {
    /** A change this page made: the next one to be taken back. */
    did: (correlationId: Id, beside?: Beside): void => {
      if (beside) besides.set(correlationId, beside);
      done = [...done, correlationId].slice(-limit);
      undone = [];
    },
    /** Resolves with what went wrong, as a sentence; null when nothing did. */
    remedy: async (remedy: Remedy): Promise<string | null> => {
      const answer = await send(remedy);
      return answer.ok ? null : sentence(answer.problem.message);
    },
    aloud,
    undoLast,
    redoLast: (): Promise<void> => last(undone, "redo"),
  };
};
