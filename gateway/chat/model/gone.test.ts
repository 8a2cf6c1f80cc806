// Who hangs up while the model is asked: the request to the endpoint ends as well. Real HTTP on both sides.
import { request } from "node:http";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { answerMessage } from "../answer-message.ts";
import { type Listening, listen } from "../../listen.ts";
import { type ChatPerson } from "../../../tests/chat-person.ts";
import { createTestApp, noDatabase, signedIn } from "../../../tests/gateway-app.ts";
import { modelPerson, unread } from "../../../tests/model-person.ts";
import { type OpenAiServer, startOpenAiServer } from "../../../tests/openai-server.ts";

let model: OpenAiServer;
let gateway: Listening;
let me: ChatPerson;
beforeAll(async () => {
  model = await startOpenAiServer();
});
afterAll(() => model.close());
beforeEach(async () => {
  model.requests.length = 0;
  model.aborted = 0;
  me = modelPerson(model, { timeoutMs: 60_000 });
  const { app } = await createTestApp(noDatabase, {
    ...signedIn(),
    chat: (asked) => answerMessage(me.ports, asked),
  });
  gateway = await listen(app, { host: "127.0.0.1", port: 0 });
});
afterEach(() => gateway.stop(1_000));

/** Says what only a model reads; gives how to hang up. */
const say = (accept: string): (() => void) => {
  const headers = { authorization: "Bearer any", "content-type": "application/json", accept };
  const asked = request({
    host: "127.0.0.1",
    port: gateway.port,
    path: "/chat",
    method: "POST",
    headers,
  });
  asked.on("error", () => undefined).on("response", (answer) => answer.resume());
  asked.end(JSON.stringify({ message: unread }));
  return () => asked.destroy();
};

test.each([
  ["application/json", "before"],
  ["application/json", "within"],
  ["text/event-stream", "before"],
  ["text/event-stream", "within"],
] as const)(
  "whoever waits for %s and hangs up (the model hangs %s its words) ends the request to the model, and nothing is done",
  async (accept, hang) => {
    model.play({ hang, text: "Let me" });
    const hangUp = say(accept);
    // The package is loaded with the first message.
    await expect.poll(() => model.requests.length, { timeout: 20_000 }).toBe(1);
    expect(model.aborted).toBe(0);
    hangUp();
    await expect.poll(() => model.aborted).toBe(1);
    // Said again it is answered: the turn and the breaker know nothing of the first time.
    model.play({ text: "Sleep well." });
    expect((await me.say(unread)).text).toBe("Sleep well.");
    expect(me.conversation.recent.map(({ text }) => text)).toEqual(["Sleep well."]);
    expect(me.applied).toEqual([]);
  },
  30_000,
);
