// What an actor remembers of the commands it applied, and for how long.
import { expect, test } from "vitest";
import { newId } from "../../domain/ids.ts";
import {
  AppliedCommands,
  appliedSince,
  forgottenUntilMs,
  hasApplied,
  remembered,
} from "./applied.ts";

const start = Date.parse("2026-12-01T08:00:00.000Z");
const at = (seconds: number): Date => new Date(start + seconds * 1_000);
const day = 24 * 60 * 60;

test("a command is remembered for a day however many others come, and then forgotten", () => {
  const first = newId();
  let applied = remembered([], first, at(0));
  for (let n = 1; n <= 200; n += 1) applied = remembered(applied, newId(), at(n));
  expect(hasApplied(applied, first)).toBe(true);
  applied = remembered(applied, newId(), at(day + 1));
  expect(hasApplied(applied, first)).toBe(false);
});

test("the memory stays small, and says up to when it may have forgotten", () => {
  let applied: AppliedCommands = [];
  for (let n = 0; n < 1_000; n += 1) applied = remembered(applied, newId(), at(n));
  expect(JSON.stringify(applied).length).toBeLessThan(16_000);
  expect(forgottenUntilMs(applied, at(1_000))).toBe(at(1_000 - applied.length).getTime());
  expect(forgottenUntilMs([], at(day))).toBe(start);
});

test("ids that an older version stored without a time are read, and kept from the next save on", () => {
  const old = Array.from({ length: 64 }, newId);
  const read = AppliedCommands.parse(old);
  expect(hasApplied(read, old[0] ?? "")).toBe(true);
  const saved = remembered(read, newId(), at(0));
  expect(AppliedCommands.parse(JSON.parse(JSON.stringify(saved)))).toEqual(saved);
  expect(hasApplied(saved, old[0] ?? "")).toBe(true);
});

test("what was applied since an instant is told apart by whose it is", () => {
  const [mine, other] = [newId(), newId()];
  const applied = remembered(remembered([], mine, at(1)), other, at(2));
  expect(appliedSince(applied, at(0).getTime(), [mine])).toEqual({ others: true, own: true });
  expect(appliedSince(applied, at(0).getTime(), [mine, other]).others).toBe(false);
  expect(appliedSince(applied, at(1).getTime(), [mine])).toEqual({ others: true, own: false });
  expect(appliedSince(applied, at(2).getTime(), [])).toEqual({ others: false, own: false });
});
