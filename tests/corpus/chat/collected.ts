// Conversations collected from many people, one a line in collected.jsonl: first the worlds, then the cases. Part of the corpus.
import { readFileSync } from "node:fs";
import * as z from "zod";
import { ChatCase, type ChatCases, WorldTask } from "./case.ts";

const Line = z.union([
  z.strictObject({ world: z.string(), tasks: z.array(WorldTask) }),
  ChatCase.extend({ messages: z.array(z.string()).min(1) }),
]);

const lines = readFileSync(new URL("collected.jsonl", import.meta.url), "utf8")
  .split("\n")
  .filter((line) => line !== "")
  .map((line) => Line.parse(JSON.parse(line)));

/** The worlds and the cases of the file. */
export const collected: ChatCases = {
  worlds: Object.fromEntries(
    lines.flatMap((line) => ("messages" in line ? [] : [[line.world, line.tasks]])),
  ),
  cases: lines.flatMap((line) => ("messages" in line ? [line] : [])),
};
