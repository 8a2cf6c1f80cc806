// What the log says while a part is away: once that it is, not once a request.
import { pino } from "pino";
import { expect, test } from "vitest";
import { createOutages } from "../../domain/outages.ts";
import { createTestApp, noDatabase, signedIn } from "../../tests/gateway-app.ts";

test("fifty requests that meet a database that is away are fifty answers and one line", async () => {
  const lines: { level: number; msg: string }[] = [];
  const log = pino({ level: "warn" }, { write: (line: string) => lines.push(JSON.parse(line)) });
  const outages = createOutages(log);
  const gateway = await createTestApp(noDatabase, { ...signedIn(), log, outages });
  for (let n = 0; n < 50; n += 1) {
    const answer = await gateway.call("GET", "/tasks", { token: "x" });
    expect(answer.status).toBe(503);
  }
  expect(lines.map(({ msg }) => msg)).toEqual([
    "the database is away; one line will say when it is back",
  ]);
});
