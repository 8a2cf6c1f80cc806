// One streamed request to an OpenAI-compatible endpoint. The only file that knows the package `openai`. Called by rounds.ts.
import type { OpenAI } from "openai";
import type { ChatCompletionMessageParam } from "openai/resources/chat/completions";
import { type ModelAnswer, ModelFailed, type ModelMessage } from "./answer.ts";
import { collect } from "./collect.ts";
import { toolSpecs } from "./tools/all.ts";

/** Where the model is. `apiKey` may be missing where the endpoint wants none; `baseURL` missing is OpenAI itself. */
export type EndpointOptions = {
  apiKey?: string | undefined;
  baseURL?: string | undefined;
  model: string;
};

/** Asks the model once. Rejects with ModelFailed, whatever the endpoint did. */
export type Endpoint = (
  messages: ModelMessage[],
  more: { signal: AbortSignal; onText: (delta: string) => void },
) => Promise<ModelAnswer>;

/** Makes the endpoint. The package is loaded with the first message, so who has no model never pays for it. */
export const createEndpoint = (options: EndpointOptions): Endpoint => {
  let client: Promise<OpenAI> | undefined;
  return async (messages, { signal, onText }) => {
    client ??= connect(options);
    try {
      return await untilAborted(
        stream(await client, options.model, messages, signal, onText),
        signal,
      );
    } catch (error) {
      throw failure(error, signal);
    }
  };
};

/** No retries: the whole message has eight seconds, and the built-in rules are the retry. */
const connect = async ({ apiKey, baseURL }: EndpointOptions): Promise<OpenAI> => {
  const { OpenAI } = await import("openai");
  return new OpenAI({
    apiKey: apiKey ?? "none",
    baseURL: baseURL ?? "https://api.openai.com/v1",
    organization: null,
    project: null,
    maxRetries: 0,
    logLevel: "off",
  });
};

const stream = async (
  client: OpenAI,
  model: string,
  messages: ModelMessage[],
  signal: AbortSignal,
  onText: (delta: string) => void,
): Promise<ModelAnswer> => {
  const body = {
    model,
    messages: messages.map(onTheWire),
    tools: toolSpecs,
    stream: true as const,
    stream_options: { include_usage: true },
  };
  const chunks = await client.chat.completions.create(body, { signal });
  const { hasUsage, ...answer } = await collect(chunks, onText);
  return hasUsage ? answer : { ...answer, tokens: guessTokens(body, answer) };
};

/** Endpoints that do not say what they used are counted by length: about four characters a token. */
const guessTokens = (body: object, answer: ModelAnswer): number =>
  Math.ceil((JSON.stringify(body).length + JSON.stringify(answer).length) / 4);

/** The stream may hang in a place that does not listen to the signal; the time is over all the same. */
const untilAborted = async <T>(work: Promise<T>, signal: AbortSignal): Promise<T> => {
  const aborted = Promise.withResolvers<never>();
  const abort = () => aborted.reject(signal.reason as Error);
  signal.addEventListener("abort", abort, { once: true });
  if (signal.aborted) abort();
  try {
    return await Promise.race([work, aborted.promise]);
  } finally {
    signal.removeEventListener("abort", abort);
  }
};

const failure = (error: unknown, signal: AbortSignal): ModelFailed => {
  if (signal.aborted) return new ModelFailed("late", "the model did not answer in time");
  if (error instanceof ModelFailed) return error;
  const { status, headers } = error as { status?: number; headers?: Headers };
  const seconds = Number(headers?.get("retry-after") ?? Number.NaN);
  if (status === 429)
    return new ModelFailed(
      "limited",
      "the endpoint asks to slow down",
      seconds > 0 ? { retryAfterMs: seconds * 1_000 } : {},
    );
  // The error's own text may repeat what was sent; the status says enough.
  return new ModelFailed(
    "down",
    `the endpoint failed${status === undefined ? "" : ` with ${status}`}`,
  );
};

const onTheWire = (message: ModelMessage): ChatCompletionMessageParam => {
  if (message.role === "tool")
    return { role: "tool", tool_call_id: message.callId, content: message.content };
  if (message.role !== "assistant") return { role: message.role, content: message.content };
  return {
    role: "assistant",
    content: message.content === "" ? null : message.content,
    tool_calls: message.calls.map(({ id, name, input }) => ({
      id,
      type: "function",
      function: { name, arguments: input },
    })),
  };
};
