// Several tasks of the list in one message, several values of one, and words taken back while speaking. Part of the corpus.
import { asks, casesOf, changed, done, nothing } from "./short.ts";

const values = casesOf(
  "several",
  "household",
  [
    "make the gas bill p1 and due tomorrow",
    changed({ title: "Pay gas bill", priority: 1, due: "2026-11-26" }),
  ],
  [
    "Assign the oven to Nora, due sunday, p2",
    changed({ title: "Clean the oven", assignee: "Nora", due: "2026-11-29", priority: 2 }),
  ],
  [
    "quarterly report: due 4 december, p3",
    changed({ title: "Quarterly report", due: "2026-12-04", priority: 3 }),
  ],
  [
    "set the oven to p2, tag it weekend, due 5 december",
    changed({ title: "Clean the oven", priority: 2, tags: ["weekend"], due: "2026-12-05" }),
  ],
  [
    "set the priority of the gas bill to 1 and the due date to friday",
    changed({ title: "Pay gas bill", priority: 1, due: "2026-11-27" }),
  ],
  [
    "the oven should be done by Nora on sunday and it's urgent",
    changed({ title: "Clean the oven", assignee: "Nora", due: "2026-11-29", priority: 1 }),
  ],
  [
    "oven: Ali, sunday, p2",
    changed({ title: "Clean the oven", assignee: "Ali", due: "2026-11-29", priority: 2 }),
  ],
  [
    "bump the oven to p1 and schedule it for tomorrow 9am",
    changed({ title: "Clean the oven", priority: 1, due: "2026-11-26T09:00" }),
  ],
  [
    "tag the oven with #weekend and #flat",
    changed({ title: "Clean the oven", tags: ["weekend", "flat"] }),
  ],
);

const actions = casesOf(
  "several",
  "household",
  [
    "gas bill is paid, the oven is now p1 and due tomorrow",
    changed(
      { title: "Pay gas bill", status: "done" },
      { title: "Clean the oven", priority: 1, due: "2026-11-26" },
    ),
  ],
  [
    "please move the library books to the 5th of December, and also the passport to the same day",
    changed(
      { title: "Return library books", due: "2026-12-05" },
      { title: "Renew passport", due: "2026-12-05" },
    ),
  ],
  [
    "move the library books to friday, same for the passport",
    changed(
      { title: "Return library books", due: "2026-11-27" },
      { title: "Renew passport", due: "2026-11-27" },
    ),
  ],
  [
    "library books to friday, passport too",
    changed(
      { title: "Return library books", due: "2026-11-27" },
      { title: "Renew passport", due: "2026-11-27" },
    ),
  ],
  [
    "put the eye doctor at 10 and the library books on friday please",
    changed(
      { title: "Eye doctor", due: "2026-12-08T10:00" },
      { title: "Return library books", due: "2026-11-27" },
    ),
  ],
  [
    "oven to Ali, bathroom to Nora",
    changed(
      { title: "Clean the oven", assignee: "Ali" },
      { title: "Clean the bathroom", assignee: "Nora" },
    ),
  ],
  [
    "Ali does the oven, Nora the bathroom",
    changed(
      { title: "Clean the oven", assignee: "Ali" },
      { title: "Clean the bathroom", assignee: "Nora" },
    ),
  ],
  ["got coffee and dish soap", done("Buy coffee", "Buy dish soap")],
  ["got coffee. dish soap still missing", done("Buy coffee")],
  ["picked up coffee, still need dish soap", done("Buy coffee")],
  ["i got the coffee but no dish soap", done("Buy coffee")],
  ["coffee and dish soap are bought", done("Buy coffee", "Buy dish soap")],
  ["gas bill's paid and so is the electricity bill", done("Pay gas bill", "Pay electricity bill")],
  [
    "both bills are paid, books returned",
    done("Pay gas bill", "Pay electricity bill", "Return library books"),
  ],
  ["called Helga and renewed the passport", done("Call Helga", "Renew passport")],
  ["Nora cleaned the oven and Ali the bathroom", done("Clean the oven", "Clean the bathroom")],
  [
    "gas bill paid, books returned, so mark both done",
    done("Pay gas bill", "Return library books"),
  ],
  [
    "coffee done, passport to friday and oven p1",
    changed(
      { title: "Buy coffee", status: "done" },
      { title: "Renew passport", due: "2026-11-27" },
      { title: "Clean the oven", priority: 1 },
    ),
  ],
  [
    "library books and passport: p1, friday",
    changed(
      { title: "Return library books", priority: 1, due: "2026-11-27" },
      { title: "Renew passport", priority: 1, due: "2026-11-27" },
    ),
  ],
  [
    "tick coffee and dish soap off and add oat milk for friday",
    changed(
      { title: "Buy coffee", status: "done" },
      { title: "Buy dish soap", status: "done" },
      { title: "oat milk", due: "2026-11-27" },
    ),
  ],
  ["bill to friday, coffee done", asks],
  ["buy coffee and dish soap tomorrow", asks],
  [
    "eye doctor to friday at 10, oven stays",
    changed({ title: "Eye doctor", due: "2026-11-27T10:00" }),
  ],
  ["coffee done, dish soap, oven to Ali", nothing],
  ["should I move the oven to friday and the passport to monday?", nothing],
  ["i want the oven done", nothing],
  ["the oven needs to be done and the bathroom too", nothing],
  ["if Helga calls move the oven to friday and the passport to monday", nothing],
);

/** What is said later in a message wins. */
const corrections = casesOf(
  "several",
  "household",
  ["add call Bob tomorrow no wait friday", changed({ title: "call Bob", due: "2026-11-27" })],
  [
    "add call Bob tomorrow, no friday, p2",
    changed({ title: "call Bob", due: "2026-11-27", priority: 2 }),
  ],
  ["add call Bob tomorrow (no, friday)", changed({ title: "call Bob", due: "2026-11-27" })],
  [
    "add call Bob friday p1, no, p2",
    changed({ title: "call Bob", due: "2026-11-27", priority: 2 }),
  ],
  ["add call Bob friday at 5, no, 6", changed({ title: "call Bob", due: "2026-11-27T18:00" })],
  [
    "add call Bob friday at 5, no, saturday",
    changed({ title: "call Bob", due: "2026-11-28T17:00" }),
  ],
  [
    "add lunch 12:30 thursday, correction: 13:00",
    changed({ title: "lunch", due: "2026-11-26T13:00" }),
  ],
  ["remind me at 5, sorry, 6 to call Bob", changed({ title: "call Bob", due: "2026-11-25T18:00" })],
  [
    "remind me in 10 minutes, no 20, to check the oven",
    changed({ title: "check the oven", due: "2026-11-25T10:20" }),
  ],
  [
    "move the passport to monday, no tuesday, no wednesday",
    changed({ title: "Renew passport", due: "2026-12-02" }),
  ],
  ["make the oven p1, I mean p3", changed({ title: "Clean the oven", priority: 3 })],
  ["oven to Ali - no sorry, Nora", changed({ title: "Clean the oven", assignee: "Nora" })],
  [
    "assign the oven to Ali, wait, Nora, and make it p1",
    changed({ title: "Clean the oven", assignee: "Nora", priority: 1 }),
  ],
  ["tag the oven with red, no, blue", changed({ title: "Clean the oven", tags: ["blue"] })],
  ["complete the oven, no wait, the passport", done("Renew passport")],
  [
    "move the oven, sorry the passport, to friday",
    changed({ title: "Renew passport", due: "2026-11-27" }),
  ],
  [
    "move the oven to friday, sorry I meant the passport",
    changed({ title: "Renew passport", due: "2026-11-27" }),
  ],
  [
    "move the oven to monday, no, tuesday and the passport to friday",
    changed(
      { title: "Clean the oven", due: "2026-12-01" },
      { title: "Renew passport", due: "2026-11-27" },
    ),
  ],
  ["say sorry to Nora friday", changed({ title: "say sorry to Nora", due: "2026-11-27" })],
  ["add call Bob, no rush, friday", changed({ title: "call Bob, no rush", due: "2026-11-27" })],
  ["move the oven to friday... wait no, keep it", nothing],
  ["delete the oven, never mind", nothing],
  ["add call Bob tomorrow... no, forget it", nothing],
  ["delete the oven but keep it for now", nothing],
  ["learn to say no tomorrow", changed({ title: "learn to say no", due: "2026-11-26" })],
  ["add tell Bob to wait", changed({ title: "tell Bob to wait" })],
  [
    "move the passport to friday and not monday",
    changed({ title: "Renew passport", due: "2026-11-27" }),
  ],
  [
    ["show my shopping", "the coffee one is done and the other one is p1"],
    changed({ title: "Buy coffee", status: "done" }, { title: "Buy dish soap", priority: 1 }),
  ],
);

export const together = [...values, ...actions, ...corrections];
