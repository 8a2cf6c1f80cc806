// What the consumers and their commands say when they are not told where things are.
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { run } from "../tests/command.ts";
import { readToolConfig } from "./config.ts";

const empty = {
  PORT: "",
  DAPR_HTTP_PORT: "",
  DAPR_API_TOKEN: "",
  APP_API_TOKEN: "",
  DATABASE_URL: "",
  KAFKA_BROKERS: "",
};
let dataDir: string;
beforeAll(() => {
  dataDir = mkdtempSync(join(tmpdir(), "punctual-run-"));
  mkdirSync(join(dataDir, "run"));
  const env = {
    DATABASE_URL: "postgres://a:b@127.0.0.1:5433/punctual",
    KAFKA_BROKERS: "127.0.0.1:9093",
  };
  writeFileSync(join(dataDir, "run", "stack.json"), JSON.stringify({ url: "x", env }));
});
afterAll(() => rmSync(dataDir, { recursive: true }));

test("the process prints all that is missing at once and ends with 1", async () => {
  const { code, stderr } = await run("consumers/main.ts", [], empty);
  expect(code).toBe(1);
  for (const name of Object.keys(empty)) expect(stderr).toContain(name);
});

const fromStack = {
  databaseUrl: "postgres://a:b@127.0.0.1:5433/punctual",
  kafkaBrokers: ["127.0.0.1:9093"],
};

test("a command finds the stack that runs with a data directory, named or usual", () => {
  expect(readToolConfig(dataDir, {})).toEqual(fromStack);
  expect(readToolConfig(undefined, { PUNCTUAL_DATA_DIR: dataDir })).toEqual(fromStack);
});

test("the environment names another database and Kafka, unless a data directory is asked for", () => {
  const env = { DATABASE_URL: "postgresql://c@db/x", KAFKA_BROKERS: "one:9092, two:9092" };
  expect(readToolConfig(undefined, env)).toEqual({
    databaseUrl: "postgresql://c@db/x",
    kafkaBrokers: ["one:9092", "two:9092"],
  });
  expect(readToolConfig(dataDir, env)).toEqual(fromStack);
});

test("half an environment is refused by the name of what is missing", () => {
  expect(() => readToolConfig(undefined, { DATABASE_URL: "postgres://c@db/x" })).toThrow(
    /KAFKA_BROKERS/,
  );
  expect(() => readToolConfig(undefined, { KAFKA_BROKERS: "one:9092" })).toThrow(/DATABASE_URL/);
});
