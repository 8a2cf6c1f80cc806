// The end of an account on the real parts: nothing of it is left in any store, also when the gateway dies right after its answer.
import { afterAll, expect, test } from "vitest";
import { openDatabase } from "../../database/pool.ts";
import { newId } from "../../domain/ids.ts";
import { send, signUp } from "../client.ts";
import { until } from "../dapr.ts";
import { sharedStack } from "../stack.ts";
import { traces } from "../traces.ts";

const stack = sharedStack();
const { url } = stack;
const db = openDatabase(stack.env.DATABASE_URL, { max: 1 });
afterAll(() => db.end());

const secret = `plan-${newId()}`;

test("an account is erased from every store though its gateway is killed", async () => {
  const person = await signUp(url);
  const soon = new Date(Date.now() + 3_600_000).toISOString();
  const ids: string[] = [];
  for (let n = 0; n < 30; n += 1) {
    const trigger = { kind: "instant" as const, at: soon };
    const reminders = [{ id: newId(), trigger, channels: null }];
    ids.push((await person.create({ title: `${secret} ${n}`, reminders })).id);
  }
  await person.call("PATCH", "/settings", { body: { digestTime: "08:00" } });
  await person.say(`add ${secret} said`);
  await until("the log has it", async () => {
    const { events } = await person.events({ limit: 200 });
    const said = events.filter(({ type }) => type === "punctual.chat.answered.v1");
    const armed = events.filter(({ type }) => type === "punctual.reminder.scheduled.v1");
    return said.length === 1 && armed.length === 30;
  });
  const words = [secret, person.userId, ...ids];
  expect(Object.keys(await traces(db, words))).toEqual(
    expect.arrayContaining([
      "dapr_state",
      "tasks",
      "reminders",
      "audit",
      "people",
      "user",
      "session",
    ]),
  );

  const body = { password: person.password };
  const answer = await person.call("POST", "/account/delete", { body });
  expect(answer.status).toBe(202);
  await stack.kill("gateway");
  await stack.waitHealthy();
  expect((await person.call("GET", "/tasks")).status).toBe(401);
  const signIn = { email: person.email, password: person.password };
  expect((await send(url, "POST", "/api/auth/sign-in/email", { body: signIn })).status).toBe(401);
  await until(
    "nothing is left",
    async () => {
      const left = await traces(db, words);
      return JSON.stringify(left) === JSON.stringify({ account_deletions: 1 });
    },
    120_000,
  ).catch(async (error: unknown) => {
    throw new Error(`left: ${JSON.stringify(await traces(db, words))}`, { cause: error });
  });
}, 180_000);
