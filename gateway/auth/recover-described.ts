// The routes of a forgotten password and a new address, as the API describes them. Used by recover.ts.
import { createRoute } from "@hono/zod-openapi";
import { z } from "zod";
import { problems } from "../api/answers.ts";
import { Confirm, Forgot, Reset, ResetDone } from "./schemas.ts";

const described = { tags: ["accounts"], security: [], servers: [{ url: "/" }] };
const body = <T extends z.ZodType>(schema: T) => ({
  body: { required: true, content: { "application/json": { schema } } },
});
const json = <T extends z.ZodType>(schema: T, description: string) => ({
  content: { "application/json": { schema } },
  description,
});

export const forgot = createRoute({
  ...described,
  method: "post",
  path: "/api/auth/forgot-password",
  operationId: "forgotPassword",
  summary: "Ask for a link to a new password",
  request: body(Forgot),
  responses: {
    200: json(
      z.object({ byMail: z.boolean() }),
      "Whether links are sent here at all; it does not tell whether there is such an account.",
    ),
    ...problems(422, 429, 503),
  },
});
export const reset = createRoute({
  ...described,
  method: "post",
  path: "/api/auth/reset-password",
  operationId: "resetPassword",
  summary: "Choose a new password by a link's code or a recovery code",
  description:
    "Ends all sessions, and with `endTokens` the tokens of programs; each device is asked for the second step again. Passkeys stay: the answer says how many. A recovery code is used up; the answer has a new one.",
  request: body(Reset),
  responses: {
    200: json(ResetDone, "Sign in with the new password."),
    ...problems(422, 429, 503),
  },
});
export const confirm = createRoute({
  ...described,
  method: "post",
  path: "/api/auth/confirm-email",
  operationId: "confirmEmail",
  summary: "Prove that an address is read, by the code of the letter",
  request: body(Confirm),
  responses: {
    200: json(z.object({ email: z.string() }), "It is the account's address from now on."),
    ...problems(409, 422, 429, 503),
  },
});
