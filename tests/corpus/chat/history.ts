// Undo and redo, references, several orders in one message. Part of the corpus.
import { asks, casesOf, changed, deleted, done, nothing, reopened } from "./short.ts";

export const history = [
  ...casesOf(
    "undo",
    "family",
    [["delete fix the fence", "undo"], nothing],
    [["complete buy milk", "undo that"], nothing],
    [["move bake cake to monday", "oops, undo"], nothing],
    [["rename dentist to doctor", "change it back"], nothing],
    [["complete buy milk", "delete fix the fence", "undo"], done("Buy milk")],
    [["complete buy milk", "delete fix the fence", "undo", "undo"], nothing],
    [["complete buy milk", "delete fix the fence", "undo the last two"], nothing],
    [["delete fix the fence", "never mind, put it back"], nothing],
    [["complete yoga", "what's due today?", "undo"], nothing],
    [["add paint", "no wait, undo that"], nothing],
    [["complete milk and cake", "take that back"], nothing],
    ["undo", nothing],
    [["complete buy milk", "undo", "undo"], nothing],
    [["delete bake cake", "i didn't mean that"], nothing],
    [["delete bake cake", "ctrl+z"], nothing],
    [["delete fix the fence", "revert the last change"], nothing],
  ),
  ...casesOf(
    "redo",
    "family",
    [["delete fix the fence", "undo", "redo"], deleted("Fix the fence")],
    [["complete buy milk", "undo", "redo that"], done("Buy milk")],
    [["complete buy milk", "delete fix the fence", "undo", "undo", "redo"], done("Buy milk")],
    [
      ["complete buy milk", "delete fix the fence", "undo", "undo", "redo", "redo"],
      changed({ title: "Buy milk", status: "done" }, { title: "Fix the fence", deleted: true }),
    ],
    [["complete buy milk", "undo", "add paint", "redo"], changed({ title: "paint" })],
    ["redo", nothing],
    [["complete buy milk", "undo", "undo the undo"], done("Buy milk")],
  ),
  ...casesOf(
    "reference",
    "family",
    [["what's due today?", "complete the first one"], done("Call mum")],
    [["add buy paint", "make it p1"], changed({ title: "buy paint", priority: 1 })],
    [["add buy paint", "actually, tomorrow"], changed({ title: "buy paint", due: "2026-11-26" })],
    [["show garden tasks", "complete both"], done("Fix the fence", "Plant tulips")],
    [
      ["add buy paint", "add buy brush", "delete the one i just added"],
      changed({ title: "buy paint" }),
    ],
    [["tasks with call", "delete the other one"], nothing],
    [
      ["show garden tasks", "move them to friday"],
      changed(
        { title: "Fix the fence", due: "2026-11-27" },
        { title: "Plant tulips", due: "2026-11-27" },
      ),
    ],
    [["show garden tasks", "the one about tulips is done"], done("Plant tulips")],
    ["reopen the one i completed today", reopened("Return parcel")],
    ["reopen those i finished yesterday", reopened("Wash windows")],
    ["complete the overdue one", done("Plant tulips")],
    [
      ["add buy paint", "remind me about it tomorrow at 9"],
      changed({ title: "buy paint", reminderAt: ["2026-11-26T09:00"] }),
    ],
    [
      ["move bake cake to monday", "tag it party"],
      changed({ title: "Bake cake", due: "2026-11-30", tags: ["party"] }),
    ],
    [["complete call", "the plumber"], done("Call the plumber")],
    [["complete call", "both"], done("Call mum", "Call the plumber")],
    [["show garden tasks", "done with the last one"], done("Fix the fence")],
    [["show garden tasks", "complete the other one"], asks],
  ),
  ...casesOf(
    "several",
    "family",
    [
      "finish milk and remind me to call jo at 6",
      changed({ title: "Buy milk", status: "done" }, { title: "call jo", due: "2026-11-25T18:00" }),
    ],
    [
      "complete buy milk, delete fix the fence",
      changed({ title: "Buy milk", status: "done" }, { title: "Fix the fence", deleted: true }),
    ],
    ["add paint and make it p1", changed({ title: "paint", priority: 1 })],
    [
      "add buy paint for saturday then tag it diy",
      changed({ title: "buy paint", due: "2026-11-28", tags: ["diy"] }),
    ],
    [
      "move dentist to monday and tag it health",
      changed({ title: "Dentist", due: "2026-11-30T15:30", tags: ["health"] }),
    ],
    [
      "call mum is done, also add buy stamps tomorrow",
      changed({ title: "Call mum", status: "done" }, { title: "buy stamps", due: "2026-11-26" }),
    ],
    ["add buy bread; add buy butter", changed({ title: "buy bread" }, { title: "buy butter" })],
    [
      "complete buy milk\ndelete fix the fence",
      changed({ title: "Buy milk", status: "done" }, { title: "Fix the fence", deleted: true }),
    ],
    [
      "mark milk as done and move cake to sunday and make tulips p1",
      changed(
        { title: "Buy milk", status: "done" },
        { title: "Bake cake", due: "2026-11-29" },
        { title: "Plant tulips", priority: 1 },
      ),
    ],
    [
      "rename dentist to orthodontist and move it to monday",
      changed({ title: "orthodontist", was: "Dentist", due: "2026-11-30T15:30" }),
    ],
    ["delete fix the fence and delete plant tulips", asks],
    ["complete milk and then complete call", asks],
    ["complete buy milk and delete the rocket", nothing],
    [
      "buy paint tomorrow and call jo on friday",
      changed({ title: "buy paint", due: "2026-11-26" }, { title: "call jo", due: "2026-11-27" }),
    ],
    [
      "complete buy milk. add eggs.",
      changed({ title: "Buy milk", status: "done" }, { title: "eggs" }),
    ],
    [
      "i finished the cake, now remind me to wash up at 8pm",
      changed(
        { title: "Bake cake", status: "done" },
        { title: "wash up", due: "2026-11-25T20:00" },
      ),
    ],
    [
      "add wine and cheese and complete milk",
      changed({ title: "wine and cheese" }, { title: "Buy milk", status: "done" }),
    ],
    [
      "postpone dentist by a day and remind me 2 hours before",
      changed({ title: "Dentist", due: "2026-11-28T15:30" }),
    ],
    ["complete tulips and fence", done("Plant tulips", "Fix the fence")],
    [
      "assign fix the fence to Tom and set it to saturday",
      changed({ title: "Fix the fence", assignee: "Tom", due: "2026-11-28" }),
    ],
  ),
];
