// The routes of /account as the API describes them. Used by account.ts.
import { createRoute } from "@hono/zod-openapi";
import { bodyProblems, problems } from "../../api/answers.ts";
import { NoQuery } from "../list-query.ts";
import {
  AccountDoc,
  EmailChange,
  EmailChanged,
  NameChange,
  PasswordChange,
  RecoveryCode,
  ShownPassword,
} from "./schemas.ts";

const tags = ["accounts"];
const json = <T>(schema: T) => ({ "application/json": { schema } });
const body = <T>(schema: T) => ({
  query: NoQuery,
  body: { required: true, content: json(schema) },
});
const whole = { description: "The account.", content: json(AccountDoc) };

export const read = createRoute({
  method: "get",
  path: "/account",
  tags,
  operationId: "readAccount",
  summary: "Read your account",
  request: { query: NoQuery },
  responses: { 200: whole, ...problems(401, 403, 503) },
});
export const rename = createRoute({
  method: "patch",
  path: "/account",
  tags,
  operationId: "renameAccount",
  summary: "Change your name",
  request: body(NameChange),
  responses: { 200: whole, ...bodyProblems, ...problems(403) },
});
export const moveEmail = createRoute({
  method: "post",
  path: "/account/email",
  tags,
  operationId: "changeEmail",
  summary: "Change your address",
  description:
    "Where a mail server is configured, a letter goes to the new address and the change is made when it is answered (within a day). Without one it is made at once.",
  request: body(EmailChange),
  responses: {
    200: { description: "What became of it.", content: json(EmailChanged) },
    ...bodyProblems,
    ...problems(403, 409),
  },
});
export const newPassword = createRoute({
  method: "post",
  path: "/account/password",
  tags,
  operationId: "changePassword",
  summary: "Change your password",
  description:
    "Ends all other sessions at once, and with `endTokens` the tokens of programs. Each device is asked for the second step again. This session and passkeys stay.",
  request: body(PasswordChange),
  responses: { 204: { description: "It is changed." }, ...bodyProblems, ...problems(403) },
});
export const recoveryCode = createRoute({
  method: "post",
  path: "/account/recovery-code",
  tags,
  operationId: "makeRecoveryCode",
  summary: "Make a new recovery code",
  description: "It opens the account once when the password is forgotten. The one before is void.",
  request: body(ShownPassword),
  responses: {
    200: { description: "The code, this once.", content: json(RecoveryCode) },
    ...bodyProblems,
    ...problems(403),
  },
});
