import { expect, test } from "vitest";
import { newId } from "../../domain/ids.ts";
import { createTestApp, noDatabase, signedIn } from "../../tests/gateway-app.ts";
import { createAllowance } from "./allowance.ts";

const clocked = (options: { burst: number; perSecond: number }) => {
  let ms = 0;
  const allowance = createAllowance({ ...options, now: () => ms });
  return { ...allowance, wait: (more: number) => (ms += more) };
};

test("a person may ask as much as the bucket holds, and then as fast as it fills", () => {
  const { take, wait } = clocked({ burst: 3, perSecond: 2 });
  const ada = newId();
  expect([take(ada), take(ada), take(ada)]).toEqual([0, 0, 0]);
  expect(take(ada)).toBe(500);
  wait(499);
  expect(take(ada)).toBeGreaterThan(0);
  wait(1);
  expect(take(ada)).toBe(0);
});

test("what one person asks costs another nothing", () => {
  const { take } = clocked({ burst: 1, perSecond: 1 });
  expect([take(newId()), take(newId())]).toEqual([0, 0]);
});

test("what costs more than a bucket is allowed to a rested person, who then waits the longer", () => {
  const { take, wait } = clocked({ burst: 10, perSecond: 10 });
  const ada = newId();
  expect(take(ada, 25)).toBe(0);
  expect(take(ada)).toBe(1_600);
  wait(1_600);
  expect(take(ada)).toBe(0);
});

test("buckets that are full again are forgotten", () => {
  const { take, wait, size } = clocked({ burst: 2, perSecond: 1 });
  for (let count = 0; count < 1_000; count += 1) take(newId());
  expect(size()).toBe(1_000);
  wait(1_000);
  for (let count = 0; count < 1_000; count += 1) take(newId());
  expect(size()).toBeLessThanOrEqual(1_001);
});

test("who asks too much is told when to come back, by every door", async () => {
  const { call } = await createTestApp(noDatabase, {
    ...signedIn(),
    allowance: createAllowance({ burst: 2, perSecond: 0.5, now: () => 0 }),
  });
  for (const path of ["/settings", "/settings"])
    expect((await call("GET", path, { token: "any" })).status).toBe(200);
  for (const [method, path] of [
    ["GET", "/api/v1/settings"],
    ["POST", "/tasks"],
    ["POST", "/chat"],
    ["POST", "/mcp"],
  ] as const) {
    const body = method === "GET" ? {} : { body: {} };
    const answer = await call(method, path, { token: "any", ...body });
    expect([path, answer.status, answer.headers.get("retry-after")]).toEqual([path, 429, "2"]);
    expect(await answer.json()).toMatchObject({ code: "rate_limited" });
  }
});
