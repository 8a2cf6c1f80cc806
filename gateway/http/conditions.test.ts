// If-Match and If-None-Match as clients and the proxies before them write them.
import { expect, test } from "vitest";
import { expectedVersion, isKnown } from "./conditions.ts";
import { Refused } from "./refused.ts";

const codeOf = (ifMatch: string, inBody?: number): unknown => {
  try {
    return expectedVersion(ifMatch, inBody);
  } catch (error) {
    return error instanceof Refused ? error.refusal.code : error;
  }
};

test.each([
  ['"3"', 3],
  ['W/"3"', 3],
  ['"3-gzip"', 3],
  ['"3--gzip"', 3],
  ['W/"3;br"', 3],
  ['"2", "3"', 3],
  ['"3" ,W/"2"', 3],
  ['"abc", "3"', 3],
  ["*", undefined],
  ['"0"', "version_mismatch"],
  ['"abc"', "version_mismatch"],
  ['""', "version_mismatch"],
  ['"3x"', "version_mismatch"],
  ["3", "invalid"],
  ['"3', "invalid"],
  ['"3", 4', "invalid"],
  ["", "invalid"],
])("If-Match: %s", (ifMatch, expected) => {
  expect(codeOf(ifMatch)).toBe(expected);
});

test("the body may say the same, not another", () => {
  expect(codeOf('W/"3"', 3)).toBe(3);
  expect(codeOf("*", 3)).toBe(3);
  expect(codeOf('"3"', 2)).toBe("invalid");
  expect(expectedVersion(undefined, 2)).toBe(2);
  expect(expectedVersion('"0"', undefined, 0)).toBe(0);
});

test.each([
  ['"3"', true],
  ['W/"3"', true],
  ['"3-gzip"', true],
  ['"1", "3"', true],
  ['"13"', false],
  ['"3x"', false],
  ["*", true],
])("If-None-Match: %s of version 3", (ifNoneMatch, known) => {
  expect(isKnown(ifNoneMatch, 3)).toBe(known);
});
