// What one request to the model comes to: its words, the tools it calls, what it cost. Made by collect.ts.

/** A tool the model calls; `input` is JSON as it wrote it, whole or broken. */
export type ToolCall = { id: string; name: string; input: string };

export type ModelAnswer = { text: string; calls: ToolCall[]; tokens: number };

/** One message to the model, in the form of the chat completions API. */
export type ModelMessage =
  | { role: "system" | "user"; content: string }
  | { role: "assistant"; content: string; calls: ToolCall[] }
  | { role: "tool"; callId: string; content: string };

/**
 * Why the model's reading is of no use. Only what the endpoint did (not what the model wrote) counts against it. `gone`: nobody waits for
 * it any more.
 */
export type Why = "late" | "down" | "limited" | "nonsense" | "budget" | "paused" | "gone";

/** Ends a conversation with the model. `retryAfterMs` where the endpoint said when to come back. */
export class ModelFailed extends Error {
  readonly why: Why;
  readonly retryAfterMs: number | undefined;
  constructor(why: Why, message: string, more: { cause?: unknown; retryAfterMs?: number } = {}) {
    super(message, { cause: more.cause });
    this.name = "ModelFailed";
    this.why = why;
    this.retryAfterMs = more.retryAfterMs;
  }
}
