// What leans on what was said before: values alone, "same with", "I meant", answers told in words; and orders in free words. Part of the corpus.
import { asks, casesOf, changed, deleted, done, nothing } from "./short.ts";

const cake = (more: object) => changed({ title: "Bake cake", ...more });

export const leaning = [
  ...casesOf(
    "reference",
    "family",
    [
      ["add paint the shed", "due friday", "p2"],
      changed({ title: "paint the shed", due: "2026-11-27", priority: 2 }),
    ],
    [
      ["add paint the shed", "in Garden", "and it's urgent"],
      changed({ title: "paint the shed", project: "Garden", priority: 1 }),
    ],
    [["make bake cake p1", "hm rather p3"], cake({ priority: 3 })],
    [["move bake cake to monday", "no, sunday is better"], cake({ due: "2026-11-29" })],
    [
      ["move bake cake to monday", "no hurry with it, 5 december will do"],
      cake({ due: "2026-12-05" }),
    ],
    [
      ["complete bake cake", "same with the fence"],
      changed({ title: "Bake cake", status: "done" }, { title: "Fix the fence", status: "done" }),
    ],
    [
      ["move bake cake to monday", "do the same with the dentist"],
      changed(
        { title: "Bake cake", due: "2026-11-30" },
        { title: "Dentist", due: "2026-11-30T15:30" },
      ),
    ],
    [["delete fix the fence", "no, not that one, the cake"], deleted("Bake cake")],
    [["complete buy milk", "sorry, I meant the fence"], done("Fix the fence")],
    [["move bake cake to monday", "what's due tomorrow?", "p1 tasks"], cake({ due: "2026-11-30" })],
    [
      ["add a, b and c as separate tasks", "the last one is p1", "the first one is p3"],
      changed({ title: "a", priority: 3 }, { title: "b" }, { title: "c", priority: 1 }),
    ],
    [
      ["when's the dentist due?", "make it an hour later"],
      changed({ title: "Dentist", due: "2026-11-27T16:30" }),
    ],
    [["tag bake cake with party", "remove that tag again"], nothing],
    [["complete bake cake", "nope, not in the oven yet, reopen it"], nothing],
    [["complete bake cake", "it isn't even in the oven, undo that"], nothing],
    [["delete fix the fence", "what's due today?", "undo the delete"], nothing],
    [["what's due this week?", "only the p3 ones"], nothing],
  ),
  ...casesOf(
    "ambiguous",
    "studio",
    [
      ["move the invoice to friday", "the one due monday"],
      changed({ title: "Send invoice to Acme", due: "2026-11-27" }),
    ],
    [
      ["move the invoice to friday", "the later one"],
      changed({ title: "Send invoice to Globex", due: "2026-11-27" }),
    ],
    [
      ["make the slides p1", "the rehearsal I mean"],
      changed({ title: "Slides rehearsal", priority: 1 }),
    ],
    [["delete the invoice", "globex, of course"], deleted("Send invoice to Globex")],
    [["delete the invoice", "add buy stamps"], changed({ title: "buy stamps" })],
    [["delete the invoice", "no"], nothing],
  ),
  ...casesOf(
    "reschedule",
    "family",
    ["dentist has moved to 4pm same day", changed({ title: "Dentist", due: "2026-11-27T16:00" })],
    ["let's say sunday for the cake", cake({ due: "2026-11-29" })],
    ["the cake on sunday, not saturday", cake({ due: "2026-11-29" })],
    ["give me two more days for the cake", cake({ due: "2026-11-30" })],
    ["I can't get to the cake on saturday, make it sunday", cake({ due: "2026-11-29" })],
    ["move bake cake to monday, no, tuesday", cake({ due: "2026-12-01" })],
    ["the cake isn't due until 5 december", cake({ due: "2026-12-05" })],
    ["cake", asks],
  ),
  ...casesOf(
    "several",
    "family",
    [
      "add tape, glue and string as separate tasks for friday",
      changed(
        { title: "tape", due: "2026-11-27" },
        { title: "glue", due: "2026-11-27" },
        { title: "string", due: "2026-11-27" },
      ),
    ],
    [
      "put these on my list: tape, glue tomorrow, string",
      changed({ title: "tape" }, { title: "glue", due: "2026-11-26" }, { title: "string" }),
    ],
    [
      "three things to Garden: rake leaves, order seeds, oil the gate",
      changed(
        { title: "rake leaves", project: "Garden" },
        { title: "order seeds", project: "Garden" },
        { title: "oil the gate", project: "Garden" },
      ),
    ],
    [
      "add two tasks, one to book a van and one to pack the books",
      changed({ title: "book a van" }, { title: "pack the books" }),
    ],
    ["add salt and pepper", changed({ title: "salt and pepper" })],
  ),
  ...casesOf(
    "typo",
    "family",
    ["mark teh cake as doen", done("Bake cake")],
    ["mvoe the dentits to monday", changed({ title: "Dentist", due: "2026-11-30T15:30" })],
    ["delte bake cake", asks],
    ["fixed teh fnece", done("Fix the fence")],
  ),
  ...casesOf(
    "trap",
    "family",
    ["is the cake done", nothing],
    ["have i paid the rent", nothing],
    ["should we delete the fence task", nothing],
    ["should i move the cake to sunday", nothing],
    ["did anna fix the fence", nothing],
    ["is the dentist on friday", nothing],
    ["have you deleted the cake", nothing],
    ["is the fence fixed yet", nothing],
    ["can you complete the cake", done("Bake cake")],
  ),
  ...casesOf(
    "talk",
    "family",
    ["the oven's a right mess today", nothing],
    ["Tom said he might fix the fence tomorrow", nothing],
    ["I wonder if the cake is done", nothing],
    ["half of the fence is done", nothing],
    ["was going to bake the cake today", nothing],
  ),
];
