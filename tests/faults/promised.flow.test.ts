// What was promised is done although the one who asked has gone, and the gateway that promised it too.
import { afterAll, expect, test } from "vitest";
import { openDatabase } from "../../database/pool.ts";
import { problemOf, signUp } from "../client.ts";
import { until } from "../dapr.ts";
import { sharedStack } from "../stack.ts";

const stack = sharedStack();
const db = openDatabase(stack.env.DATABASE_URL, { max: 1 });
afterAll(() => db.end());

test("without the actors a write is answered 503 with Retry-After, and is carried out later although nobody asks again", async () => {
  await stack.waitHealthy();
  const person = await signUp(stack.url);
  await stack.hold("actors");
  try {
    const asked = performance.now();
    const answer = await person.call("POST", "/tasks", { body: { title: "promised" } });
    expect([answer.status, answer.headers.get("retry-after")]).toEqual([503, "2"]);
    expect((await problemOf(answer)).code).toBe("unavailable");
    expect(performance.now() - asked).toBeLessThan(20_000);
    expect(await person.list()).toEqual([]);
    // The gateway that made the promise does not survive either.
    await stack.kill("gateway");
  } finally {
    await stack.release("actors");
  }
  await stack.waitHealthy();
  const [task] = await until(
    "the promised task",
    async () => {
      const list = await person.list();
      return list.length > 0 && list;
    },
    60_000,
  );
  expect(task).toMatchObject({ title: "promised", version: 1 });
  await until("its event", async () => (await person.events()).events.length === 1);
  const { rows } = await db.query("select status from commands where user_id = $1", [
    person.userId,
  ]);
  expect(rows).toEqual([{ status: "done" }]);
});
