// What went wrong with a request, as the views show it. Made by request.ts from problem+json (RFC 9457) and better-auth's errors.
import type { ErrorCode, FieldError } from "../../domain/result.ts";
import { lineWords } from "../words/line.ts";
import { spokenLanguage } from "../words/language.ts";

/**
 * `code` is the server's stable code, `unreachable` when no answer came, or `collided` when this page did not send a change
 * because someone else has changed the same field. `message` is a sentence for a person; `fields` names what was wrong
 * in the input.
 */
export type Problem = {
  code: ErrorCode | "unreachable" | "collided";
  status: number;
  message: string;
  fields: FieldError[];
  /** After too many attempts: how long the server asks to wait before the next one, in ms. */
  retryAfterMs?: number;
};

/** The problem when nothing answered. The change may have arrived all the same: the socket will tell. */
export const unreachable: Problem = {
  code: "unreachable",
  status: 0,
  get message() {
    return lineWords.problems.unreachable;
  },
  fields: [],
};

/** Problems that pass by themselves: the same request may be sent again. */
export const isPassing = (problem: Problem): boolean =>
  problem.code === "unreachable" || [429, 502, 503, 504].includes(problem.status);

/** Problems after which a person may well try the same again, under the same key: the change may have arrived, or still can. */
export const canRepeat = ({ status }: Problem): boolean =>
  status === 0 || status === 429 || status >= 500;

/** Reads a refused answer's body; whatever it is, the person gets a sentence. */
export const readProblem = async (response: Response): Promise<Problem> => {
  const body: object = await response.json().catch(() => ({}));
  const seconds = Number(response.headers.get("retry-after") ?? Number.NaN);
  return {
    ...problemOf(body, response.status, seconds),
    // A part that is down says the same two seconds to everybody: this page looks sooner.
    ...(response.status === 429 && seconds >= 0 && { retryAfterMs: seconds * 1_000 }),
  };
};

/**
 * A problem+json body as a problem. `status` is that of the answer it came with; in a stream the body says it. `seconds` is how long the server
 * asks to wait.
 */
export const problemOf = (sent: object, answered?: number, seconds = Number.NaN): Problem => {
  const body = sent as Record<string, unknown>;
  const status = answered ?? (typeof body["status"] === "number" ? body["status"] : 500);
  const detail = body["detail"] ?? body["message"] ?? body["title"];
  return {
    code: (body["code"] as ErrorCode | undefined) ?? codeOf(status),
    status,
    message:
      ownSentence(status, seconds) ??
      (typeof detail === "string" && detail !== "" ? detail : sentenceFor(status)),
    fields: Array.isArray(body["fields"]) ? (body["fields"] as FieldError[]) : [],
  };
};

const codeOf = (status: number): ErrorCode => {
  if (status === 401) return "unauthenticated";
  if (status === 404) return "not_found";
  if (status === 409) return "conflict";
  if (status === 429) return "rate_limited";
  if (status >= 502) return "unavailable";
  return status >= 500 ? "internal" : "invalid";
};

/** The server says what is wrong in English. In another language the page says itself what passes by itself. */
const ownSentence = (status: number, seconds: number): string | null => {
  if (spokenLanguage() === "en" || (status !== 429 && status < 500)) return null;
  return status === 429 && seconds > 0
    ? lineWords.problems.tooFastFor(seconds)
    : sentenceFor(status);
};

const sentenceFor = (status: number): string => {
  if (status === 429) return lineWords.problems.tooFast;
  if (status >= 502) return lineWords.problems.restarting;
  if (status >= 500) return lineWords.problems.broke;
  return lineWords.problems.refused(status);
};
