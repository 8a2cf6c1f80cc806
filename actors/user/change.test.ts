// A change of settings is made once for as long as its key is kept, whatever came between.
import { expect, test } from "vitest";
import type { UserEnvelope } from "../../domain/command.ts";
import { type Id, newId } from "../../domain/ids.ts";
import { change } from "./change.ts";
import { newUser } from "./decide.ts";
import { emptyState } from "./state.ts";

const start = Date.parse("2026-12-01T08:00:00.000Z");
const day = 24 * 60 * 60_000;
const userId = newId();

const person = () => {
  let state = emptyState(newUser(userId, new Date(start)));
  return {
    state: () => state,
    /** Asks for a day time, `ms` after the start; answers which it is then. */
    ask: (dayTime: string, ms: number, commandId: Id = newId()): string => {
      const origin = {
        correlationId: newId(),
        causationId: newId(),
        commandId,
        actorId: userId,
        source: "rest" as const,
        device: null,
        traceparent: null,
      };
      const command = { type: "user.patch" as const, changes: { dayTime } };
      const envelope: UserEnvelope = { v: 1, command, origin };
      const changed = change(state, envelope, { now: new Date(start + ms), eventId: newId() });
      if (!changed.ok) throw new Error(changed.error.message);
      state = changed.state;
      return state.user.settings.dayTime;
    },
  };
};

test("a command that changed nothing is remembered: it does not undo a later change", () => {
  const ada = person();
  const key = newId();
  ada.ask("09:00", 0);
  const { user, outbox } = ada.state();
  expect(ada.ask("09:00", 1, key)).toBe("09:00");
  expect([ada.state().user, ada.state().outbox]).toEqual([user, outbox]);
  ada.ask("08:00", 2);
  expect(ada.ask("09:00", 3, key)).toBe("08:00");
});

test("a command is remembered for the seven days that its key is kept, however many others come", () => {
  const ada = person();
  const key = newId();
  ada.ask("07:00", 0, key);
  for (let n = 1; n <= 500; n += 1) ada.ask(n % 2 === 0 ? "08:00" : "09:00", n);
  expect(ada.ask("07:00", 7 * day - 1, key)).toBe("08:00");
  ada.ask("08:00", 9 * day);
  expect(ada.state().appliedCommands).toHaveLength(1);
});

test("the memory of a person's commands has an end", () => {
  const ada = person();
  for (let n = 0; n < 1_200; n += 1) ada.ask("08:00", n);
  expect(JSON.stringify(ada.state().appliedCommands).length).toBeLessThan(64_000);
});
