import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import * as z from "zod";
import { Task } from "./task.ts";
import { wireSchemas, wireText, wireVersion } from "./wire.ts";

const hash = (text: string): string => createHash("sha256").update(text).digest("hex");

/** A new hash needs a new version: add a line, never change one. */
const pinned: Record<number, string> = {
  1: "ee9fc0cbc394b764068d898c9b7710361e30bea33eb75482ca1d945264d15972",
  2: "ab9a75f289dec25082f998a05e33cfdcf02e179384b092148ba00f8ae8ccff4f",
  3: "8b0de6753ae6b7a1ffd4bd15ec01c991362f79a48ca0e3184714f38ec59fa9ff",
  4: "af31c9523459b324575bd60f005026e98aeedc9f67c6632c9beea7a720633dd6",
  5: "d4ed63a5ad7e2614ad35e8ffd19ba7f295e5a4e47d419c02d2caea0e36a00c7f",
  6: "70877772606fd7c46a10b9804b9bc777e9ac1464b268ebb18265ec704ba44de6",
  7: "e12abe42ac784f78d6e63c4fdaa557f822334de19bb24f668c966b3025fcd605",
  8: "d3cf22378e1a58f902240c65346308e5082f4b9b53add7058d22b958191d9354",
  9: "33c2bd4195e215f51ac6ddb5ec0b22c9318c598c424b29609d1a37271f100930",
};

test("the wire schemas are the ones pinned for this wire version", () => {
  expect(hash(wireText())).toBe(pinned[wireVersion]);
});

test("a changed field anywhere in a schema changes the hash", () => {
  const loosened = Task.extend({ priority: z.int().min(1).max(5) });
  const renamed = Task.omit({ project: true }).extend({ list: z.string() });
  for (const mutant of [loosened, renamed]) {
    const mutated = { ...wireSchemas, TaskReply: z.object({ ok: z.literal(true), task: mutant }) };
    const original = { ...wireSchemas, TaskReply: z.object({ ok: z.literal(true), task: Task }) };
    expect(hash(wireText(mutated))).not.toBe(hash(wireText(original)));
  }
});

test("leaving a schema out changes the hash", () => {
  for (const name of Object.keys(wireSchemas)) {
    const fewer = Object.fromEntries(
      Object.entries(wireSchemas).filter(([other]) => other !== name),
    );
    expect(hash(wireText(fewer))).not.toBe(hash(wireText()));
  }
});
