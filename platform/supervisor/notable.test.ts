import { expect, test } from "vitest";
import { notableLine, withoutRepeats } from "./notable.ts";
import { jsonLine, lastWords } from "./part-log.ts";

test("an app's warnings and errors become short lines with their reason", () => {
  expect(notableLine('{"level":40,"msg":"the feed waits for Kafka"}')).toBe(
    "warning: the feed waits for Kafka",
  );
  const error = JSON.stringify({
    level: 50,
    msg: "the list was not read",
    err: { message: "no connection" },
  });
  expect(notableLine(error)).toBe("error: the list was not read: no connection");
});

test("everything else stays in the log file", () => {
  expect(notableLine('{"level":30,"msg":"listening"}')).toBeNull();
  expect(notableLine("plain text")).toBeNull();
  expect(notableLine('{"level":50,"msg":"cut o')).toBeNull();
});

test("a repeated complaint is shown once in ten seconds", () => {
  const said: string[] = [];
  let now = 0;
  const show = withoutRepeats(
    (line) => said.push(line),
    10_000,
    () => now,
  );
  show("a");
  show("a");
  show("b");
  now = 10_000;
  show("a");
  expect(said).toEqual(["a", "b", "a"]);
});

test("a part's plain lines become JSON lines; JSON lines stay as they are", () => {
  const now = new Date("2026-12-01T08:00:00.000Z");
  expect(jsonLine("LOG: ready", now)).toBe(
    '{"time":"2026-12-01T08:00:00.000Z","level":"info","msg":"LOG: ready"}',
  );
  expect(jsonLine('{"level":30}', now)).toBe('{"level":30}');
});

test("of a part's last words the complaint is told, not the version line after it", () => {
  const lines = [
    "starting",
    "Error: Cannot find module './x.ts'",
    "  at resolve",
    "Node.js v24.9.0",
  ];
  expect(lastWords(lines)).toBe("Error: Cannot find module './x.ts'");
  expect(lastWords(['{"level":60,"msg":"the end","err":{"message":"no port"}}'])).toBe(
    "the end: no port",
  );
  expect(lastWords([])).toBe("nothing");
});
