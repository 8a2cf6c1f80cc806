// What the sign-in form says is wrong. Needs nothing.
import { describe, expect, test } from "vitest";
import type { Problem } from "../api/problem.ts";
import { checkCredentials, formProblem } from "./form-problem.ts";

describe("the sign-in form", () => {
  const refusal = (code: string, status: number): Problem =>
    ({ code, status, message: "as the server says", fields: [] }) as unknown as Problem;

  test.each([
    [refusal("unauthenticated", 401), "password"],
    [refusal("conflict", 409), "email"],
    [{ ...refusal("invalid", 422), fields: [{ path: "email", message: "must be one" }] }, "email"],
    [refusal("rate_limited", 429), null],
  ])("puts %j at the right field", (found, field) => {
    expect(formProblem(found).field).toBe(field);
  });

  const full = { name: "Ada", email: "ada@example.org", password: "correct horse" };
  test.each([
    [full, true, null],
    [{ ...full, name: " " }, true, "name"],
    [{ ...full, name: "" }, false, null],
    [{ ...full, email: "ada" }, false, "email"],
    [{ ...full, password: "short" }, true, "password"],
    [{ ...full, password: "short" }, false, null],
    [{ ...full, password: "" }, false, "password"],
  ])("checks %j before asking the server", (credentials, isNew, field) => {
    expect(checkCredentials(credentials, isNew)?.field ?? null).toBe(field);
  });
});
