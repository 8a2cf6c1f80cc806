// The stack stops, and starts again with other time zone data than it had: what the old data had armed an hour late.
import { afterAll, expect, test, vi } from "vitest";
import { openDatabase } from "../../database/pool.ts";
import { newId } from "../../domain/ids.ts";
import { type Person, signUp } from "../client.ts";
import { sharedStack } from "../stack.ts";

const stack = sharedStack();
const db = openDatabase(stack.env.DATABASE_URL, { max: 1 });
afterAll(async () => {
  await stack.release("actors");
  await stack.release("gateway");
  await db.end();
});

const hourLater = (at: string): string => new Date(Date.parse(at) + 3_600_000).toISOString();

/** Puts what another release said in the place of what this one says: in the actor's stored state and in the read model. */
const armAnHourLate = async (taskId: string, right: string): Promise<void> => {
  const wrong = hourLater(right);
  const { rows } = await db.query<{ key: string; text: string }>(
    "select key, convert_from(value, 'UTF8') as text from dapr_state where key like $1",
    [`%TaskActor||${taskId}||%`],
  );
  expect(rows.length).toBeGreaterThan(0);
  for (const { key, text } of rows)
    await db.query("update dapr_state set value = convert_to($2, 'UTF8') where key = $1", [
      key,
      text.replaceAll(right, wrong),
    ]);
  await db.query(
    "update reminders set doc = replace(doc::text, $2, $3::text)::jsonb, scheduled_for = $3::text::timestamptz where task_id = $1",
    [taskId, right, wrong],
  );
  await db.query("delete from zone_data; insert into zone_data (release) values ('2025b')");
};

const toldAt = async (person: Person, taskId: string): Promise<string> => {
  const answer = await person.call("GET", "/reminders", { query: { taskId } });
  return answer.text();
};

test("what the last time zone data had armed an hour late is armed at the right hour, and the person hears of it", async () => {
  const person = await signUp(stack.url);
  const due = { kind: "fixed" as const, at: "2031-01-15T09:00", zone: "America/Vancouver" };
  const trigger = { kind: "relative" as const, to: "due" as const, minutes: 0 };
  const { id } = await person.create({
    title: "Call the bank",
    due,
    reminders: [{ id: newId(), trigger, channels: null }],
  });
  const right = "2031-01-15T16:00:00.000Z";
  await vi.waitFor(async () => expect(await toldAt(person, id)).toContain(right), 20_000);

  await stack.hold("gateway");
  await stack.hold("actors");
  await armAnHourLate(id, right);
  await stack.release("actors");
  await stack.release("gateway");
  await stack.waitHealthy();

  await vi.waitFor(async () => {
    expect(await toldAt(person, id)).toContain(right);
    const { rows } = await db.query("select release from zone_data");
    expect(rows).toEqual([{ release: "2026f" }]);
  }, 30_000);
  const conversation = await person.call("GET", "/conversation");
  expect(await conversation.text()).toContain(
    "The rules of the clocks have changed in America/Vancouver.",
  );
  const health = (await (await person.call("GET", "/health")).json()) as { timeZoneData: object };
  expect(health.timeZoneData).toEqual({ release: "2026f", runtime: process.versions.tz });
});
