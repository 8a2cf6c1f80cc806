// How a recovery code, a link or an invitation looks, and how it may be typed.
import { expect, test } from "vitest";
import { hashOfSecret, newSecret } from "./secret.ts";

test("one has 125 random bits in five groups, without letters that are read as others", () => {
  const made = new Set(Array.from({ length: 200 }, newSecret));
  expect(made.size).toBe(200);
  for (const one of made) expect(one).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){4}[0-9A-HJKMNP-TV-Z]{5}$/);
});

test("it may be typed in small letters, without dashes, with spaces, and with O and l for 0 and 1", () => {
  const secret = "01A2B-3C4D5-E6F7G-8H9J0-KMNP1";
  const hash = hashOfSecret(secret);
  expect(hash).not.toBeNull();
  for (const typed of [
    secret.toLowerCase(),
    secret.replaceAll("-", ""),
    ` ${secret.replaceAll("-", " ")} `,
    "OlA2B-3C4D5-E6F7G-8H9Jo-KMNPi",
  ])
    expect(hashOfSecret(typed)).toEqual(hash);
});

test.each([
  "",
  "hello",
  "01A2B-3C4D5-E6F7G-8H9J0-KMNP",
  "01A2B-3C4D5-E6F7G-8H9J0-KMNPU",
  "x".repeat(1000),
])("%j is none", (typed) => {
  expect(hashOfSecret(typed)).toBeNull();
});
