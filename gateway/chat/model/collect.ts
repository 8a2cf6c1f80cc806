// From the chunks of a stream to one answer. Called by endpoint.ts.
import type { ChatCompletionChunk } from "openai/resources/chat/completions";
import { type ModelAnswer, ModelFailed, type ToolCall } from "./answer.ts";

/** An answer beyond these is no answer to a message about a list of tasks, characters and calls. */
const limits = { text: 16_000, input: 32_000, calls: 40 };

/**
 * Reads the stream to its end; `onText` hears each piece of the model's words. A stream that ends without saying why it ended
 * was cut, and half a plan is no plan: ModelFailed.
 */
export const collect = async (
  chunks: AsyncIterable<ChatCompletionChunk>,
  onText: (delta: string) => void,
): Promise<ModelAnswer & { hasUsage: boolean }> => {
  const answer = { text: "", calls: [] as ToolCall[], tokens: 0, hasUsage: false };
  let ended: string | null = null;
  for await (const chunk of chunks) {
    if (chunk.usage) {
      answer.tokens = chunk.usage.total_tokens;
      answer.hasUsage = true;
    }
    const choice = chunk.choices?.[0]; // some endpoints send chunks without any
    if (!choice) continue;
    const { content, tool_calls: pieces } = choice.delta ?? {};
    if (content) {
      answer.text += content;
      onText(content);
    }
    for (const piece of pieces ?? []) addPiece(answer.calls, piece);
    checkSize(answer);
    ended = choice.finish_reason ?? ended;
  }
  if (ended !== "stop" && ended !== "tool_calls")
    throw new ModelFailed(ended === null ? "down" : "nonsense", `the answer ended by ${ended}`);
  return answer;
};

type Piece = NonNullable<ChatCompletionChunk.Choice.Delta["tool_calls"]>[number];

/** The arguments of a call come in pieces under its index. Endpoints that number nothing tell calls apart by their id. */
const addPiece = (calls: ToolCall[], piece: Piece): void => {
  const index = piece.index ?? Math.max(0, calls.length - 1);
  const known = calls[index];
  const isOther = known !== undefined && Boolean(piece.id) && known.id !== piece.id;
  const call = known === undefined || isOther ? { id: "", name: "", input: "" } : known;
  if (call !== known) calls.push(call);
  call.id ||= piece.id ?? `call-${calls.length}`;
  call.name ||= piece.function?.name ?? "";
  call.input += piece.function?.arguments ?? "";
};

const checkSize = ({ text, calls }: ModelAnswer): void => {
  const input = calls.reduce((sum, call) => sum + call.input.length, 0);
  if (text.length > limits.text || input > limits.input || calls.length > limits.calls)
    throw new ModelFailed("nonsense", "the answer is too long");
};
