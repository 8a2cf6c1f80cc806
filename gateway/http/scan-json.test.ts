import { expect, test } from "vitest";
import {
  findBrokenText,
  maxJsonDepth,
  maxJsonDigits,
  maxJsonValues,
  scanJson,
} from "./scan-json.ts";

const scan = (text: string) => scanJson(Buffer.from(text));
const nested = (levels: number) => `${"[".repeat(levels)}${"]".repeat(levels)}`;

test("what is nested deeper than allowed is found, wherever it stands", () => {
  expect(scan(nested(maxJsonDepth))).toBe(null);
  expect(scan(nested(maxJsonDepth + 1))).toBe("too_deep");
  expect(scan(`{"a":[],"b":${nested(maxJsonDepth)}}`)).toBe("too_deep");
  expect(scan(Array(1_000).fill("[]").join(","))).toBe(null);
});

test("brackets and commas in text are text, whatever is escaped before them", () => {
  const text = `${"[".repeat(100)}\\" , ${",".repeat(maxJsonValues)} 😀 \\`;
  expect(scan(JSON.stringify({ text, more: [text] }))).toBe(null);
  expect(scan(`{"text":"\\\\",${"[".repeat(40)}`)).toBe("too_deep");
});

test("too many values are found, be they scalars, keys or empty arrays", () => {
  for (const one of ["1", '""', "[]", "{}"])
    expect(
      scan(
        `[${Array(maxJsonValues + 1)
          .fill(one)
          .join(",")}]`,
      ),
    ).toBe("too_many_values");
  expect(
    scan(
      `[${Array(maxJsonValues - 2)
        .fill("1")
        .join(",")}]`,
    ),
  ).toBe(null);
});

test("a number of endless digits is found, a long text of digits is not", () => {
  expect(scan(`[${"1".repeat(maxJsonDigits + 1)}]`)).toBe("too_long_number");
  expect(scan(`[1.${"0".repeat(maxJsonDigits + 1)}]`)).toBe("too_long_number");
  expect(scan(JSON.stringify(["1".repeat(10_000), 1.5, -2e300]))).toBe(null);
});

test("what is no JSON ends the scan all the same", () => {
  for (const text of ['"', '"\\', '"\\"', "]]]]", "", "\\"]) expect(scan(text)).toBe(null);
});

test("text that no store could hold is found by its path", () => {
  expect(findBrokenText('{"a":{"b":["ok","\\u0000"]}}')).toEqual(["a", "b", "1"]);
  expect(findBrokenText('{"a":["\\ud83d"]}')).toEqual(["a", "0"]);
  expect(findBrokenText('{"a":"\\ud83d\\ude00"}')).toBe(null);
  expect(findBrokenText('{"a":"\\\\u0000"}')).toBe(null);
  expect(findBrokenText('{"a":"\\u0000')).toBe(null);
});
