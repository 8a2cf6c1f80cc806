// The configuration names everything that is missing or wrong at once.
import { afterEach, expect, test, vi } from "vitest";
import { modelIn, readConfig } from "./config.ts";

const complete = {
  PORT: "8420",
  DATABASE_URL: "postgres://user:password@127.0.0.1:5432/punctual",
  KAFKA_BROKERS: "127.0.0.1:9092, 127.0.0.1:9093",
  AUTH_SECRET: "s".repeat(32),
  DAPR_HTTP_PORT: "3500",
  DAPR_API_TOKEN: "t",
};
afterEach(() => void vi.restoreAllMocks());

test("a complete configuration is read, with defaults", () => {
  expect(readConfig(complete)).toMatchObject({
    HOST: "127.0.0.1",
    PORT: 8420,
    PUBLIC_URL: "http://127.0.0.1:8420",
    KAFKA_BROKERS: ["127.0.0.1:9092", "127.0.0.1:9093"],
    ALLOWED_ORIGINS: [],
    TRUSTED_PROXY_HOPS: 0,
  });
  const more = { ...complete, ALLOWED_ORIGINS: "https://a.example/, https://b.example" };
  expect(readConfig(more).ALLOWED_ORIGINS).toEqual(["https://a.example", "https://b.example"]);
});

test("all that is wrong is printed, and the process ends with 1", () => {
  const printed = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  vi.spyOn(process, "exit").mockImplementation((code) => {
    throw new Error(`exit ${code}`);
  });
  const wrong = {
    PORT: "none",
    DATABASE_URL: "mysql://x",
    KAFKA_BROKERS: "kafka",
    AUTH_SECRET: "short",
  };
  expect(() => readConfig(wrong)).toThrow("exit 1");
  const text = printed.mock.calls.join();
  for (const name of [
    "PORT",
    "DATABASE_URL",
    "KAFKA_BROKERS",
    "AUTH_SECRET",
    "DAPR_HTTP_PORT",
    "DAPR_API_TOKEN",
  ]) {
    expect(text).toContain(name);
  }
});

test("a key or an address switches the model on; empty variables do not", () => {
  expect(modelIn(readConfig(complete))).toBeNull();
  expect(modelIn(readConfig({ ...complete, OPENAI_API_KEY: "", OPENAI_BASE_URL: "" }))).toBeNull();
  const model = {
    model: "gpt-4.1-mini",
    timeoutMs: 8_000,
    callsPerDay: 200,
    tokensPerDay: 500_000,
  };
  expect(modelIn(readConfig({ ...complete, OPENAI_API_KEY: "k" }))).toEqual({
    ...model,
    apiKey: "k",
  });
  const baseURL = "http://127.0.0.1:11434/v1";
  const local = {
    ...complete,
    OPENAI_BASE_URL: baseURL,
    OPENAI_MODEL: "qwen3",
    OPENAI_TIMEOUT_MS: "4000",
  };
  expect(modelIn(readConfig(local))).toEqual({
    ...model,
    baseURL,
    model: "qwen3",
    timeoutMs: 4_000,
  });
});

test("anybody may make an account unless it says otherwise, and a mail server is named whole", () => {
  expect(readConfig(complete).SIGNUP).toBe("open");
  expect(readConfig({ ...complete, SIGNUP: "" }).SIGNUP).toBe("open");
  expect(readConfig({ ...complete, SIGNUP: "invite" }).SIGNUP).toBe("invite");
  const printed = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  vi.spyOn(process, "exit").mockImplementation((code) => {
    throw new Error(`exit ${code}`);
  });
  expect(() => readConfig({ ...complete, SIGNUP: "friends" })).toThrow("exit 1");
  expect(printed.mock.calls.join()).toContain("must be open, invite or closed");
  expect(() => readConfig({ ...complete, SMTP_URL: "smtp://mail.example.org" })).toThrow("exit 1");
  expect(printed.mock.calls.join()).toContain("MAIL_FROM");
});
