// A person whose messages a scripted model reads, over real HTTP. Used by the tests of the model and of injections.
import { pino } from "pino";
import type { Task } from "../domain/task.ts";
import { interpretByGrammar } from "../gateway/chat/grammar.ts";
import { createInterpret } from "../gateway/chat/interpret.ts";
import type { Interpret } from "../gateway/chat/interpretation.ts";
import { createBreaker } from "../gateway/chat/model/breaker.ts";
import { createBudget } from "../gateway/chat/model/budget.ts";
import { type ByModel, createByModel } from "../gateway/chat/model/by-model.ts";
import { createEndpoint } from "../gateway/chat/model/endpoint.ts";
import { type ChatPerson, chatPerson } from "./chat-person.ts";
import { routine } from "./chat-world.ts";
import type { ModelRequest, OpenAiServer } from "./openai-server.ts";

type More = {
  tasks?: Task[];
  timeoutMs?: number;
  callsPerDay?: number;
  tokensPerDay?: number;
  now?: () => Date;
  /** Whether the model reads every message, also those the built-in rules are sure of. */
  always?: boolean;
};

/** Makes the person and what reads their messages. */
export const modelPerson = (server: OpenAiServer, more: More = {}): ChatPerson => {
  const { now = () => new Date(), callsPerDay = 1_000, tokensPerDay = 1_000_000 } = more;
  const byModel = createByModel({
    endpoint: createEndpoint({ apiKey: "secret-key", baseURL: server.url, model: "scripted" }),
    budget: createBudget({ callsPerDay, tokensPerDay }, now),
    breaker: createBreaker(now),
    timeoutMs: more.timeoutMs ?? 5_000,
  });
  const me = chatPerson(more.tasks ?? routine);
  me.ports.interpret = more.always
    ? onlyModel(byModel)
    : createInterpret(byModel, pino({ level: "silent" }));
  return me;
};

const onlyModel =
  (byModel: ByModel): Interpret =>
  async (message, context, options) => {
    const read = interpretByGrammar(message, context);
    if (!options) throw new Error("the chat did not say who speaks");
    const reading = await byModel(message, context, { ...options, byRules: read.commands });
    if (reading.is === "failed") throw reading.error ?? new Error(reading.why);
    return { ...reading.meant, interpreter: "model" };
  };

/** Words the built-in rules do not know, though the task and the day are in them. */
export const loose = "Verschiebe die Sache mit den taxes bitte auf Freitag";
/** Words the built-in rules do not understand at all. */
export const unread = "colourless green ideas sleep furiously, don't they?";

/** The handle of a task in what the model was sent. */
export const handleOf = (request: ModelRequest | undefined, title: string): string => {
  const line = request?.messages[1]?.content
    ?.split("\n")
    .find((row) => row.includes(`"title":"${title}"`));
  return (JSON.parse(line ?? "{}") as { task?: string }).task ?? "none";
};
/** A script that calls a tool for the tasks of these titles. */
export const onTasks =
  (name: string, titles: string[], more: object = {}) =>
  (request: ModelRequest) => ({
    calls: [{ name, args: { tasks: titles.map((title) => handleOf(request, title)), ...more } }],
  });
