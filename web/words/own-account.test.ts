// What the account page says. Needs nothing.
import { expect, test } from "vitest";
import { sayDevice, sayHappened, sayNoPasskeys } from "./own-account.ts";

test.each([
  ["Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox on Linux"],
  [
    "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0",
    "Edge on Windows",
  ],
  [
    "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605 Version/19.0 Safari/604.1",
    "Safari on iPhone",
  ],
  [
    "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36",
    "Chrome on Android",
  ],
  ["curl/8.5.0", "curl"],
  ["node", "a program"],
  ["MyScript/1.0", "MyScript/1.0"],
  [null, "a device that does not say what it is"],
])("%j is %s", (agent, said) => {
  expect(sayDevice(agent)).toBe(said);
});

test("what happened is a sentence, with what it was about where that helps", () => {
  expect(sayHappened({ type: "token-made", detail: "laptop" })).toBe("A token was made: laptop");
  expect(sayHappened({ type: "sessions-ended", detail: "2" })).toBe(
    "All other devices were signed out",
  );
  expect(sayHappened({ type: "of-tomorrow", detail: null })).toBe("of-tomorrow");
});

test("why passkeys do not work here is said as it is", () => {
  const here = { host: "todo.org", hostname: "todo.org", isSecure: true, isKnown: true };
  expect(sayNoPasskeys(here)).toBeNull();
  expect(sayNoPasskeys({ ...here, hostname: "a.todo.org" })).toBeNull();
  expect(sayNoPasskeys({ ...here, isSecure: false, isKnown: false })).toMatch(/by https/);
  expect(sayNoPasskeys({ ...here, isKnown: false })).toMatch(/knows no passkeys/);
  expect(sayNoPasskeys({ ...here, hostname: "127.0.0.1" })).toMatch(/opened as todo\.org/);
});
