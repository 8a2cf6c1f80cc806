// Which messages need all of a long list, and which a few tasks.
import { expect, test } from "vitest";
import { asksForMany } from "./asks-for-many.ts";

test.each([
  "due next month",
  "p1",
  "upcoming",
  "urgent",
  "agenda",
  "overdue",
  "high priority",
  "in march",
  "next week",
  "the next 3 days",
  "my week",
  "move overdue to tomorrow",
  "complete #work",
  "delete @home",
  "#home",
  "add tag later to #home",
  "add #later to my overdue",
  "buy milk?",
  "complete all",
  "rename project home to house",
  "delete tag fitness",
  "show filter Soon",
])("%s: all", (message) => expect(asksForMany(message)).toBe(true));

test.each([
  "complete water the orchids",
  "add buy milk #home p1 next week",
  "remind me to call mum next month",
  "move the dentist to next week",
  "move the dentist to friday 5pm",
  "reopen dentist",
  "when is the dentist?",
  "what's due today?",
  "what is overdue?",
])("%s: a few", (message) => expect(asksForMany(message)).toBe(false));
