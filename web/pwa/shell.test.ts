// What the service worker answers itself. Needs nothing.
import { describe, expect, test } from "vitest";
import { sourceOf } from "./shell.ts";

const origin = "https://todo.example.com";
const asked = (path: string, more: { method?: string; mode?: RequestMode } = {}) => ({
  method: "GET",
  mode: "cors" as RequestMode,
  url: new URL(path, origin).href,
  ...more,
});

describe("a request is answered", () => {
  test.each(["/", "/?task=1", "/index.html"])("by the kept page: %s", (path) => {
    expect(sourceOf(asked(path, { mode: "navigate" }), origin)).toBe("shell");
  });

  test("by the kept file, where its name changes with it", () => {
    expect(sourceOf(asked("/assets/index-aB3.js"), origin)).toBe("file");
  });

  test("by the server first, where a person goes to another address of it", () => {
    expect(sourceOf(asked("/task/1", { mode: "navigate" }), origin)).toBe("line");
  });
});

describe("the worker keeps out of", () => {
  test.each([
    "/api/v1/tasks",
    "/api/auth/get-session",
    "/tasks",
    "/settings",
    "/manifest.webmanifest",
  ])("%s", (path) => {
    expect(sourceOf(asked(path), origin)).toBeNull();
  });

  test("what changes something, and what is elsewhere", () => {
    expect(sourceOf(asked("/", { method: "POST" }), origin)).toBeNull();
    expect(sourceOf(asked("https://example.org/"), origin)).toBeNull();
  });
});
