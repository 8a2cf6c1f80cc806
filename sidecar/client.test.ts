// Calls of the sidecar's API, against a small server that keeps what it is sent.
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Receiver, startReceiver } from "../tests/http-receiver.ts";
import { createSidecar, isOutage, type Sidecar } from "./client.ts";

let receiver: Receiver;
let call: Sidecar;
beforeEach(async () => {
  receiver = await startReceiver();
  call = createSidecar({ httpPort: Number(new URL(receiver.url).port), apiToken: "the token" });
});
afterEach(() => receiver.close());

const deadlineMs = 2_000;

test("an object goes as JSON with the token, and the answer's body comes back", async () => {
  const body = { data: { epoch: "ü" } };
  const answer = await call("make", "/jobs/x", { method: "POST", body, deadlineMs });
  expect(answer).toBe("an answer nobody reads");
  const [sent] = receiver.received;
  expect(sent?.path).toBe("/v1.0/jobs/x");
  expect(sent?.headers).toMatchObject({
    "content-type": "application/json",
    "dapr-api-token": "the token",
  });
  expect(JSON.parse(sent?.body.toString() ?? "")).toEqual(body);
});

test("bytes that are no text come as they are", async () => {
  const body = Buffer.from([0, 255, 128, 10, 195, 40]);
  await call("bury", "/publish/a/b?metadata.x=1", { method: "POST", body, deadlineMs });
  const [sent] = receiver.received;
  expect(sent?.headers["content-type"]).toBe("application/octet-stream");
  expect(sent?.body).toEqual(body);
});

test.each([
  [500, true],
  [409, false],
])("a refusal with %i says what was asked for; an outage: %s", async (status, isAway) => {
  receiver.answer = status;
  const failure = await call("read state", "/x", { method: "GET", deadlineMs }).catch(
    (error: unknown) => error,
  );
  const message = `read state: the sidecar answered ${status} an answer nobody reads`;
  expect(failure).toMatchObject({ message, status, body: "an answer nobody reads" });
  expect(isOutage(failure)).toBe(isAway);
});
