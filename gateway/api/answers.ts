// The documented error answers of every route.
import { Problem } from "../../domain/problem.ts";

const ProblemDoc = Problem.meta({
  id: "Problem",
  description: "RFC 9457. Switch on `code`; `fields` names each wrong field.",
  example: {
    type: "urn:punctual:problem:invalid",
    title: "The request is not valid",
    status: 422,
    detail: "title: must not be empty",
    code: "invalid",
    fields: [{ path: "title", message: "must not be empty" }],
    correlationId: "0198c2a4-7b1e-7c3d-9f00-3a5b6c7d8e9f",
  },
});

const descriptions = {
  400: "The body is missing, no JSON in UTF-8, or nested deeper than 32 levels.",
  401: "No valid token or cookie.",
  403: "The token may only read, or may not do this.",
  404: "It does not exist, or it is not yours.",
  409: "It does not fit the present state.",
  412: "It has another version than expected; `currentVersion` says which.",
  413: "The body is larger than 1 MiB, or 64 KiB before anyone is signed in.",
  415: "The body is not declared as JSON.",
  422: "A field is wrong, or the Idempotency-Key belongs to another request.",
  429: "Too many requests or attempts; Retry-After says how many seconds to wait.",
  503: "A part of the system is down; Retry-After says when to try again.",
} as const;
type ErrorStatus = keyof typeof descriptions;

const answer = (status: ErrorStatus) => ({
  description: descriptions[status] as string,
  content: { "application/problem+json": { schema: ProblemDoc } },
});
type Answer = ReturnType<typeof answer>;

/** The problem answers of these statuses, for a route's `responses`. */
export const problems = <S extends ErrorStatus>(...statuses: S[]) =>
  Object.fromEntries(statuses.map((status) => [status, answer(status)])) as Record<S, Answer>;

/** What any route with a body may answer. */
export const bodyProblems = problems(400, 401, 413, 415, 422, 429, 503);
