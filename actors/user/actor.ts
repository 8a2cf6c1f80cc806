// UserActor: owns a person's settings, conversation, digest and summaries. Calls go user → task only, never back.
import * as z from "zod";
import { DirectoryEnvelope, Origin, UserEnvelope } from "../../domain/command.ts";
import type { DirectoryReply } from "../../domain/directory/reply.ts";
import type { UserReply } from "../../domain/reply.ts";
import { MissedReminder, RefusedChange } from "../../domain/reminder-event.ts";
import { type Turn, TurnEnvelope, type TurnPage } from "../../domain/conversation.ts";
import { Id } from "../../domain/ids.ts";
import { Channel } from "../../domain/reminder.ts";
import { type Actor, type ActorFactory, BadCall, parseArgument } from "../actor.ts";
import { NoticeReport } from "../delivery/deliveries.ts";
import type { ActorDeps } from "../deps.ts";
import { createOutbox, formerRelay } from "../outbox/outbox.ts";
import { bringOutMethod } from "../relay/bring-out.ts";
import { createStored } from "../stored.ts";
import { systemOrigin } from "../system-origin.ts";
import { createTimers } from "../timers.ts";
import { change } from "./change.ts";
import { converse } from "./converse.ts";
import { newUser } from "./decide.ts";
import { direct } from "./directory/direct.ts";
import { noticeEvent } from "./event.ts";
import {
  addMissed,
  digest,
  type NoticeDecision,
  retryDue,
  summarize,
  takeReport,
  tellRefused,
  tellTest,
  wanted,
} from "./notices.ts";
import { allPages, readTurns } from "./pages.ts";
import { emptyState, LeftOfUser, UserState } from "./state.ts";
import { keptTurn, shownOf } from "./turns.ts";

const RefusedArgument = z.object({
  noticeId: Id,
  refused: z.array(RefusedChange),
  origin: Origin,
});
const TestArgument = z.object({ noticeId: Id, channel: Channel, origin: Origin });
const TurnsArgument = z.object({ before: Id.optional(), limit: z.int().min(1).max(100) });

/** Makes the actors of the type `UserActor`; their ids are user ids. */
export const userActor =
  (deps: ActorDeps): ActorFactory =>
  (id, isCurrent) => {
    const address = { type: "UserActor", id };
    const stored = createStored(deps.dapr, address, UserState, isCurrent);
    const outbox = createOutbox(deps, address);
    const timers = createTimers(deps.dapr, address);

    /** What an earlier turn still publishes: whoever comes next waits, so that nothing goes out twice or out of order. */
    let behind: Promise<void> = Promise.resolve();
    let isPublishing = false;

    const load = async (): Promise<UserState> => {
      await behind;
      const state = await stored.load();
      return state === null ? emptyState(newUser(id, deps.now())) : drain(state);
    };

    /** Waits until it is out, or the relay sees to it. */
    const drain = async (state: UserState): Promise<UserState> => leave(await publish(state));

    const leave = async (state: UserState): Promise<UserState> => {
      if (state.outbox.length > 0) await outbox.leave();
      return state;
    };

    const publish = async (state: UserState): Promise<UserState> => {
      if (state.outbox.length === 0 || !(await outbox.drain(state.outbox))) return state;
      const drained = { ...state, outbox: [] };
      stored.replace(drained);
      return drained;
    };

    /** Waits for what an earlier turn still publishes, which would put its own state back into memory. */
    const mend = async (value: unknown): Promise<{ mended: true }> => {
      await behind;
      return stored.mend(value);
    };

    const save = async (state: UserState): Promise<UserState> => {
      await stored.save(state);
      const [drained] = await Promise.all([
        drain(state),
        timers.keep(wanted(state, deps.now()), deps.now()),
      ]);
      return drained;
    };

    const execute = async (envelope: UserEnvelope): Promise<UserReply> => {
      const state = await load();
      const changed = change(state, envelope, { now: deps.now(), eventId: deps.newId() });
      if (!changed.ok) return changed;
      return reply(changed.state === state ? state : await save(changed.state));
    };

    const changeDirectory = async (envelope: DirectoryEnvelope): Promise<DirectoryReply> => {
      const state = await load();
      const changed = direct(state, envelope, { now: deps.now(), eventId: deps.newId() });
      if (!changed.ok) return changed;
      if (changed.state !== state) await save(changed.state);
      return changed.reply;
    };

    /** Adds a turn to the conversation. It is kept once this resolves; devices and the log hear of it behind the answer. */
    const hear = async (given: TurnEnvelope): Promise<{ turn: Turn }> => {
      const state = await load();
      const next = converse(state, given, deps.now());
      if (next === null) return { turn: keptTurn(state.conversation, given.turn) };
      await stored.save(next.state, next.beside);
      const published = publish(next.state);
      isPublishing = true;
      behind = published.then(() => void (isPublishing = false));
      // When not even the relay takes it, it stays in the outbox, and the next call brings it out or fails.
      void published.then(leave).catch(() => undefined);
      return { turn: keptTurn(next.state.conversation, given.turn) };
    };

    /** Called by the relay, which goes on asking: whether nothing is left in the outbox now. */
    const bringOut = async (): Promise<{ out: boolean }> => {
      await behind;
      const state = await stored.load();
      if (state === null || state.outbox.length === 0) return { out: await outbox.drain([]) };
      return { out: (await publish(state)).outbox.length === 0 };
    };

    const turns = async (asked: z.infer<typeof TurnsArgument>): Promise<TurnPage> =>
      readTurns(deps.dapr, address, await load(), asked);

    /** Saves what the clock or a report decided, or what another's order came to (`by`); null was nothing. */
    const commit = async (
      state: UserState,
      decision: NoticeDecision | null,
      by?: Origin,
    ): Promise<boolean> => {
      if (decision === null) return false;
      const { doc, told } = decision;
      const events = told.map((one, n) => {
        const cause = { causationId: one.notice.id, source: "reminder" as const };
        const origin = by ?? systemOrigin(deps.newId, id, cause);
        const sequence = doc.noticeSequence + 1 + n;
        return noticeEvent(doc.user, one, origin, { id: deps.newId(), now: deps.now(), sequence });
      });
      await save({
        ...state,
        ...doc,
        noticeSequence: doc.noticeSequence + told.length,
        outbox: [...state.outbox, ...events],
      });
      return true;
    };

    const missed = async (given: MissedReminder): Promise<{ taken: boolean }> => {
      const state = await load();
      const next = addMissed(state, given, deps.now());
      if (next !== null) await save({ ...state, ...next });
      return { taken: next !== null };
    };

    const refuse = async ({ origin, ...what }: z.infer<typeof RefusedArgument>) => {
      const state = await load();
      return { taken: await commit(state, tellRefused(state, what, deps.now()), origin) };
    };

    const test = async ({ origin, ...what }: z.infer<typeof TestArgument>) => {
      const state = await load();
      return { taken: await commit(state, tellTest(state, what, deps.now()), origin) };
    };

    const report = async (given: NoticeReport): Promise<{ taken: boolean }> => {
      const state = await load();
      return { taken: await commit(state, takeReport(state, given, deps.now(), deps.random())) };
    };

    const due: Record<string, (state: UserState) => NoticeDecision | null> = {
      digest: (state) => digest(state, deps.newId, deps.now()),
      summary: (state) => summarize(state, deps.newId, deps.now()),
      deliver: (state) => retryDue(state, deps.now()),
    };

    /** Called by the armer: does what is due and registers its timers, whatever the scheduler still knows. */
    const catchUp = async (): Promise<{ armed: number }> => {
      for (const decideDue of Object.values(due)) {
        const state = await load();
        await commit(state, decideDue(state));
      }
      const timersWanted = wanted(await load(), deps.now());
      const anew = Object.values(timersWanted).some((at) => at !== null);
      await timers.keep(timersWanted, deps.now(), { anew });
      return { armed: Object.values(timersWanted).filter((at) => at !== null).length };
    };

    /** Takes away all there is of the person, also where that cannot be read. Does nothing the second time. */
    const erase = async (): Promise<{ erased: boolean }> => {
      await behind;
      const left = await stored.part(LeftOfUser);
      if (left === null) return { erased: true };
      const none = { digest: null, summary: null, deliver: null };
      await timers.keep(none, deps.now(), { anew: true });
      await stored.erase(allPages(left.pages));
      return { erased: true };
    };

    const actor: Actor = {
      invoke: async (method, argument) => {
        if (method === "read") return reply(await load());
        if (method === "execute") return execute(parseArgument(UserEnvelope, argument));
        if (method === "direct") return changeDirectory(parseArgument(DirectoryEnvelope, argument));
        if (method === "converse") return hear(parseArgument(TurnEnvelope, argument));
        if (method === "turns") return turns(parseArgument(TurnsArgument, argument));
        if (method === "missed") return missed(parseArgument(MissedReminder, argument));
        if (method === "refused") return refuse(parseArgument(RefusedArgument, argument));
        if (method === "test") return test(parseArgument(TestArgument, argument));
        if (method === "report") return report(parseArgument(NoticeReport, argument));
        if (method === "catch-up") return catchUp();
        if (method === "erase") return erase();
        if (method === bringOutMethod) return bringOut();
        if (method === "show") return stored.show();
        if (method === "mend") return mend(argument);
        throw new BadCall(`UserActor has no method ${method}`);
      },
      remind: async (name) => {
        const state = await load();
        if (name === formerRelay) return outbox.endFormerRelay();
        const decideDue = due[name];
        if (!decideDue) throw new BadCall(`UserActor has no reminder ${name}`);
        timers.came(name);
        await commit(state, decideDue(state));
        await timers.keep(wanted(await load(), deps.now()), deps.now());
      },
      isBusy: () => isPublishing,
    };
    return actor;
  };

const reply = (state: Pick<UserState, "user" | "conversation" | "directory">): UserReply => ({
  ok: true,
  user: state.user,
  directory: state.directory,
  conversation: shownOf(state.conversation),
});
