// An OpenAI-compatible endpoint on this machine that plays scripted answers over real HTTP, for the tests of the model.
import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A call of a tool; `args` as an object, or as the text the model is to have written. */
export type ScriptedCall = { name: string; args: unknown };

/** What the endpoint does with one request. */
export type Script =
  | { text?: string; calls?: ScriptedCall[]; tokens?: number; finish?: string; pieces?: number }
  | { status: number; headers?: Record<string, string> }
  /** Says nothing, or stops after some of its words without ending; `cut` breaks the connection there. */
  | { hang: "before" | "within"; text?: string }
  | { cut: "within" | "clean"; text?: string };

/** A request as the endpoint got it. */
export type ModelRequest = {
  model: string;
  stream: boolean;
  messages: {
    role: string;
    content: string | null;
    tool_call_id?: string;
    tool_calls?: unknown[];
  }[];
  tools: { type: string; function: { name: string; description: string; parameters: object } }[];
};

export type OpenAiServer = {
  url: string;
  requests: ModelRequest[];
  /** The Authorization headers of the requests. */
  keys: (string | undefined)[];
  /** How many connections clients have closed before their answer was over. */
  aborted: number;
  /** Answers for the next requests, in turn; or what makes one of each request. The last one is repeated. */
  play: (...scripts: (Script | ((request: ModelRequest) => Script))[]) => void;
  close: () => Promise<void>;
};

export const startOpenAiServer = async (): Promise<OpenAiServer> => {
  let scripts: (Script | ((request: ModelRequest) => Script))[] = [];
  const http = createServer((request, response) => {
    const chunks: Buffer[] = [];
    response.once("close", () => {
      if (!response.writableFinished) server.aborted += 1;
    });
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.once("end", () => {
      const asked = JSON.parse(Buffer.concat(chunks).toString()) as ModelRequest;
      server.requests.push(asked);
      server.keys.push(request.headers.authorization);
      const [next = { text: "" }] = scripts;
      if (scripts.length > 1) scripts = scripts.slice(1);
      answer(typeof next === "function" ? next(asked) : next, response);
    });
  });
  await once(http.listen(0, "127.0.0.1"), "listening");
  const server: OpenAiServer = {
    url: `http://127.0.0.1:${(http.address() as AddressInfo).port}/v1`,
    requests: [],
    keys: [],
    aborted: 0,
    play: (...next) => {
      scripts = next;
    },
    close: async () => {
      const closed = once(http, "close");
      http.close();
      http.closeAllConnections();
      await closed;
    },
  };
  return server;
};

const answer = (script: Script, response: ServerResponse): void => {
  if ("status" in script) {
    const headers = { "content-type": "application/json", ...script.headers };
    response.writeHead(script.status, headers).end('{"error":{"message":"scripted"}}');
    return;
  }
  if ("hang" in script && script.hang === "before") return;
  response.writeHead(200, { "content-type": "text/event-stream" });
  const words = piecesOf(script.text ?? "", 5);
  if ("hang" in script || "cut" in script) {
    for (const content of words) send(response, { content });
    if ("cut" in script && script.cut === "clean") response.end();
    else if ("cut" in script) setImmediate(() => response.destroy());
    return;
  }
  for (const content of words) send(response, { content });
  const { calls = [], pieces = 1, tokens, finish } = script;
  sendCalls(response, calls, pieces);
  send(response, {}, finish ?? (calls.length > 0 ? "tool_calls" : "stop"));
  if (tokens !== undefined) sendRaw(response, { choices: [], usage: usage(tokens) });
  response.end("data: [DONE]\n\n");
};

/** Arguments come in pieces, those of several calls by turns, as real endpoints send them. */
const sendCalls = (response: ServerResponse, calls: ScriptedCall[], pieces: number): void => {
  const written = calls.map(({ args }) =>
    piecesOf(typeof args === "string" ? args : JSON.stringify(args), pieces),
  );
  for (const [index, { name }] of calls.entries())
    send(response, {
      tool_calls: [
        { index, id: `call-${index}`, type: "function", function: { name, arguments: "" } },
      ],
    });
  const longest = Math.max(0, ...written.map((parts) => parts.length));
  for (let part = 0; part < longest; part += 1)
    for (const [index, parts] of written.entries())
      if (parts[part] !== undefined)
        send(response, { tool_calls: [{ index, function: { arguments: parts[part] } }] });
};

const usage = (total_tokens: number) => ({
  prompt_tokens: total_tokens - 1,
  completion_tokens: 1,
  total_tokens,
});

const piecesOf = (text: string, count: number): string[] => {
  const size = Math.max(1, Math.ceil(text.length / count));
  return Array.from({ length: Math.ceil(text.length / size) }, (_, index) =>
    text.slice(index * size, (index + 1) * size),
  );
};

const send = (response: ServerResponse, delta: object, finish: string | null = null): void =>
  sendRaw(response, { choices: [{ index: 0, delta, finish_reason: finish }] });

const sendRaw = (response: ServerResponse, chunk: object): void => {
  const whole = {
    id: "x",
    object: "chat.completion.chunk",
    created: 0,
    model: "scripted",
    ...chunk,
  };
  response.write(`data: ${JSON.stringify(whole)}\n\n`);
};
