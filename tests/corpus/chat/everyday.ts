// People of another temper: terse, chatty, formal, careless. Part of the corpus.
import {
  asks,
  casesOf,
  changed,
  counts,
  deleted,
  done,
  lists,
  nothing,
  reopened,
} from "./short.ts";

export const everyday = [
  ...casesOf(
    "create",
    "studio",
    [
      "Please add “Renew domain” for next Monday.",
      changed({ title: "Renew domain", due: "2026-11-30" }),
    ],
    [
      "could u add ring the accountant tmrw 2pm",
      changed({ title: "ring the accountant", due: "2026-11-26T14:00" }),
    ],
    [
      "I need a reminder to send the contract on friday at 10",
      changed({ title: "send the contract", due: "2026-11-27T10:00" }),
    ],
    ['throw "order toner" on the list', changed({ title: "order toner" })],
    [
      "new task - prepare agenda for monday 9am p2",
      changed({ title: "prepare agenda", due: "2026-11-30T09:00", priority: 2 }),
    ],
    ["we should book a venue by december 5", changed({ title: "book a venue", due: "2026-12-05" })],
    [
      "remind me tomorrow morning to water the plants",
      changed({ title: "water the plants", due: "2026-11-26T09:00" }),
    ],
    ["put a task in Acme: draft proposal", changed({ title: "draft proposal", project: "Acme" })],
    [
      "add draft proposal to acme due friday",
      changed({ title: "draft proposal", project: "Acme", due: "2026-11-27" }),
    ],
    ["create task: call Jo (urgent)", changed({ title: "call Jo (urgent)" })],
    ["add pick up dry cleaning after work", changed({ title: "pick up dry cleaning after work" })],
    [
      "submit expenses every last friday of the month",
      changed({ title: "submit expenses", due: "2026-11-27" }),
    ],
    [
      "add email Tom re: budget tomorrow",
      changed({ title: "email Tom re: budget", due: "2026-11-26" }),
    ],
  ),
  ...casesOf(
    "create-many",
    "empty",
    [
      "add three things: tape, glue and string",
      changed({ title: "tape" }, { title: "glue" }, { title: "string" }),
    ],
    [
      "todo:\n- mop\n- dust\n- vacuum",
      changed({ title: "mop" }, { title: "dust" }, { title: "vacuum" }),
    ],
    [
      "move flat\n\t- pack books\n\t- rent van tomorrow",
      changed(
        { title: "move flat" },
        { title: "pack books", parent: "move flat" },
        { title: "rent van", parent: "move flat", due: "2026-11-26" },
      ),
    ],
    ["* call bank\n* call insurance", changed({ title: "call bank" }, { title: "call insurance" })],
    [
      "add these tasks separately: nails, screws, paint",
      changed({ title: "nails" }, { title: "screws" }, { title: "paint" }),
    ],
    [
      "add eggs\nadd flour\nadd sugar tomorrow",
      changed({ title: "eggs" }, { title: "flour" }, { title: "sugar", due: "2026-11-26" }),
    ],
  ),
  ...casesOf(
    "complete",
    "studio",
    ["taxes filed!", done("File taxes")],
    ["I just finished preparing the slides", done("Prepare slides")],
    ["flights booked", done("Book flights")],
    ["mark the globex invoice as sent", done("Send invoice to Globex")],
    ["website update complete", done("Update website")],
    ["Please mark “Review contract” complete.", done("Review contract")],
    ["write report ✔", done("Write report")],
    ["knocked out the report", done("Write report")],
    ["both invoices are sent", done("Send invoice to Acme", "Send invoice to Globex")],
    ["finished writing report and reviewing contract", done("Write report", "Review contract")],
    ["standup's done for today", changed({ title: "Standup", due: "2026-11-27T09:30" })],
    [
      "all finance tasks are done",
      done("Send invoice to Acme", "Send invoice to Globex", "File taxes"),
    ],
  ),
  ...casesOf(
    "reopen",
    "studio",
    ["backup laptop isn't actually done", reopened("Backup laptop")],
    ["set draft budget back to open", reopened("Draft budget")],
    ["undo completing draft budget", reopened("Draft budget")],

    ["bring back draft budget", reopened("Draft budget")],
    ["unmark backup laptop", reopened("Backup laptop")],
  ),
  ...casesOf(
    "delete",
    "studio",
    ["kill the update website task", deleted("Update website")],
    ["I don't need book flights anymore, delete it", deleted("Book flights")],
    ["please delete “File taxes”", deleted("File taxes")],
    ["throw out slides rehearsal", deleted("Slides rehearsal")],
    ["delete all tasks in acme", asks],
    [
      "delete the globex one",
      deleted("Send invoice to Globex"),
      ["Send invoice to Acme", "Send invoice to Globex"],
    ],
    [
      "remove number 2",
      deleted("Send invoice to Globex"),
      ["Send invoice to Acme", "Send invoice to Globex"],
    ],
    ["cancel slides rehearsal", changed({ title: "Slides rehearsal", status: "cancelled" })],
    ["nuke everything", nothing],
  ),
  ...casesOf(
    "restore",
    "studio",
    ["restore fax the bank", changed({ title: "Fax the bank", deleted: false })],
    ["recover the fax task please", changed({ title: "Fax the bank", deleted: false })],
    ["undelete everything", changed({ title: "Fax the bank", deleted: false })],
    ["i want fax the bank back", changed({ title: "Fax the bank", deleted: false })],
  ),
  ...casesOf(
    "rename",
    "studio",
    [
      "Rename “Write report” to “Write annual report”",
      changed({ title: "Write annual report", was: "Write report" }),
    ],
    [
      "change the title of book flights to book train",
      changed({ title: "book train", was: "Book flights" }),
    ],
    [
      "rename task file taxes to: file taxes 2026",
      changed({ title: "file taxes 2026", was: "File taxes" }),
    ],
    [
      "update website is now called relaunch website",
      changed({ title: "relaunch website", was: "Update website" }),
    ],
  ),
  ...casesOf(
    "reschedule",
    "studio",
    [
      "slides rehearsal at 5 instead of 4",
      changed({ title: "Slides rehearsal", due: "2026-11-27T17:00" }),
    ],
    [
      "can we do review contract on monday instead",
      changed({ title: "Review contract", due: "2026-11-30T10:00" }),
    ],
    ["push file taxes to next week", changed({ title: "File taxes", due: "2026-11-30" })],
    [
      "delay the globex invoice by 3 days",
      changed({ title: "Send invoice to Globex", due: "2026-12-07" }),
    ],
    [
      "write report needs to be done by thursday",
      changed({ title: "Write report", due: "2026-11-26" }),
    ],
    [
      "set book flights for december 1 at 8am",
      changed({ title: "Book flights", due: "2026-12-01T08:00" }),
    ],
    [
      "postpone everything due tomorrow to friday",
      changed(
        { title: "Review contract", due: "2026-11-27T10:00" },
        { title: "Standup", due: "2026-11-27T09:30" },
      ),
    ],
    [
      "move slides rehearsal half an hour earlier",
      changed({ title: "Slides rehearsal", due: "2026-11-27T15:30" }),
    ],
    [
      "update website has to be ready on 2 december",
      changed({ title: "Update website", due: "2026-12-02" }),
    ],
    ["prepare slides doesn't need a date", changed({ title: "Prepare slides", due: null })],
    ["i'll do the report tomorrow", changed({ title: "Write report", due: "2026-11-26" })],
    ["reschedule my overdue tasks to today", changed({ title: "Write report", due: "2026-11-25" })],
  ),
  ...casesOf(
    "priority",
    "studio",
    ["book flights is top priority", changed({ title: "Book flights", priority: 1 })],
    ["Set priority of Review contract to 2", changed({ title: "Review contract", priority: 2 })],
    ["change file taxes from p1 to p3", changed({ title: "File taxes", priority: 3 })],
    ["mark update website important", changed({ title: "Update website", priority: 1 })],
    ["deprioritize write report", changed({ title: "Write report", priority: 4 })],
    ["book flights: p2", changed({ title: "Book flights", priority: 2 })],
    ["no priority for file taxes", changed({ title: "File taxes", priority: 4 })],
  ),
  ...casesOf(
    "tag",
    "studio",
    ["add the tag travel to book flights", changed({ title: "Book flights", tags: ["travel"] })],
    [
      "tag write report and review contract with legal",
      changed(
        { title: "Write report", tags: ["legal"] },
        { title: "Review contract", tags: ["legal"] },
      ),
    ],
    ["put @waiting on update website", changed({ title: "Update website", tags: ["waiting"] })],
    ["take @talk off prepare slides", changed({ title: "Prepare slides", tags: [] })],
    ["label book flights as travel", changed({ title: "Book flights", tags: ["travel"] })],
    [
      "tag all acme tasks client",
      changed(
        { title: "Write report", tags: ["client"] },
        { title: "Review contract", tags: ["client"] },
      ),
    ],
  ),
  ...casesOf(
    "project",
    "studio",
    ["file book flights under acme", changed({ title: "Book flights", project: "Acme" })],
    ["book flights is part of acme", changed({ title: "Book flights", project: "Acme" })],
    [
      "move both invoices to acme",
      changed(
        { title: "Send invoice to Acme", project: "Acme" },
        { title: "Send invoice to Globex", project: "Acme" },
      ),
    ],
    ["write report doesn't belong to a project", changed({ title: "Write report", project: null })],
  ),
  ...casesOf(
    "assign",
    "studio",
    [
      "Assign “Write report” to Priya, please.",
      changed({ title: "Write report", assignee: "Priya" }),
    ],
    ["get Sam to do the website", changed({ title: "Update website", assignee: "Sam" })],
    ["book flights should go to Sam", changed({ title: "Book flights", assignee: "Sam" })],
    ["Anna takes over write report", changed({ title: "Write report", assignee: "Anna" })],
    [
      "nobody is doing review contract anymore",
      changed({ title: "Review contract", assignee: null }),
    ],
    [
      "assign both invoices to bob",
      changed(
        { title: "Send invoice to Acme", assignee: "bob" },
        { title: "Send invoice to Globex", assignee: "bob" },
      ),
    ],
    ["unassign anna from book flights", changed({ title: "Book flights", assignee: null })],
    ["show Sam's tasks", lists("Review contract")],
    ["who's on the contract?", lists("Review contract")],
  ),
  ...casesOf(
    "describe",
    "studio",
    [
      "add details to book flights: aisle seats, no stopover",
      changed({ title: "Book flights", description: "aisle seats, no stopover" }),
    ],
    [
      "note for file taxes: deadline extended",
      changed({ title: "File taxes", description: "deadline extended" }),
    ],
    [
      "change the description of prepare slides to 10 slides max",
      changed({ title: "Prepare slides", description: "10 slides max" }),
    ],
    [
      "append to the notes of prepare slides: ask Tom",
      changed({ title: "Prepare slides", description: "Use the new template\nask Tom" }),
    ],
    [
      "comment on write report: numbers missing",
      changed({ title: "Write report", description: "numbers missing" }),
    ],
    ["what's the description of prepare slides?", lists("Prepare slides")],
  ),
  ...casesOf(
    "subtask",
    "studio",
    [
      "add a subtask to book flights: compare prices",
      changed({ title: "compare prices", parent: "Book flights" }),
    ],
    [
      "book flights needs these steps: pick dates, compare prices, pay",
      changed(
        { title: "pick dates", parent: "Book flights" },
        { title: "compare prices", parent: "Book flights" },
        { title: "pay", parent: "Book flights" },
      ),
    ],
    [
      "add proofread to write report as a subtask",
      changed({ title: "proofread", parent: "Write report" }),
    ],
    [
      "create subtasks for file taxes: receipts, form",
      changed({ title: "receipts", parent: "File taxes" }, { title: "form", parent: "File taxes" }),
    ],
    [
      "put prepare slides under slides rehearsal",
      changed({ title: "Prepare slides", parent: "Slides rehearsal" }),
    ],
    [
      "split update website into design, content and launch",
      changed(
        { title: "design", parent: "Update website" },
        { title: "content", parent: "Update website" },
        { title: "launch", parent: "Update website" },
      ),
    ],
  ),
  ...casesOf(
    "list",
    "studio",
    ["what's on my plate today?", lists()],
    ["show me what's late", lists("Write report")],
    [
      "give me all finance tasks",
      lists("Send invoice to Acme", "Send invoice to Globex", "File taxes"),
    ],
    ["what did I get done this week?", lists("Backup laptop")],
    ["which tasks belong to acme", lists("Write report", "Review contract")],
    ["anything for friday?", lists("Prepare slides", "Slides rehearsal")],
    [
      "tasks due in the next 3 days",
      lists("Review contract", "Prepare slides", "Slides rehearsal", "Standup"),
    ],
    ["everything with no due date", lists("Book flights", "Update website")],
    ["list tasks without a project that are p1", lists("File taxes")],
    ["show done tasks", lists("Backup laptop", "Draft budget")],
    ["finance stuff due this month", lists("Send invoice to Acme")],
    [
      "what's due between friday and monday",
      lists("Prepare slides", "Slides rehearsal", "Send invoice to Acme"),
    ],
    ["open tasks tagged talk", lists("Prepare slides")],
  ),
  ...casesOf(
    "search",
    "studio",
    ["search for invoice", lists("Send invoice to Acme", "Send invoice to Globex")],
    ["where's the thing about the contract?", lists("Review contract")],
    ["do I have anything with website in it", lists("Update website")],
    ["find everything mentioning template", lists("Prepare slides")],
  ),
  ...casesOf(
    "count",
    "studio",
    ["how many tasks are left?", counts(10)],
    ["how many tasks do I have tomorrow", counts(2)],
    ["how many things did I complete yesterday?", counts(1)],
    ["count my overdue tasks", counts(1)],
    ["how many tasks are in acme?", counts(2)],
    ["how many unassigned tasks are there", counts(8)],
  ),
  ...casesOf(
    "undo",
    "studio",
    [["complete write report", "undo my last change"], nothing],
    [["assign write report to bob", "no undo that please"], nothing],
    [["add a subtask to book flights: compare prices", "undo"], nothing],
    [["tag write report with x", "set write report p3", "undo", "undo"], nothing],
    [["tag write report with x", "set write report p3", "undo both"], nothing],
    [["delete update website", "what's overdue?", "actually bring it back"], nothing],
    [["complete write report", "oops wrong one, undo"], nothing],
    [["complete write report", "undo", "redo", "undo"], nothing],
    [["move review contract to monday", "revert"], nothing],
  ),
  ...casesOf(
    "reference",
    "studio",
    [
      ["find invoice", "move the first one to friday"],
      changed({ title: "Send invoice to Acme", due: "2026-11-27" }),
    ],
    [
      ["add call Jo", "and remind me about it at 5pm"],
      changed({ title: "call Jo", reminderAt: ["2026-11-25T17:00"] }),
    ],
    [
      ["find invoice", "assign both to Sam"],
      changed(
        { title: "Send invoice to Acme", assignee: "Sam" },
        { title: "Send invoice to Globex", assignee: "Sam" },
      ),
    ],
    [
      ["when is slides rehearsal?", "move it an hour later"],
      changed({ title: "Slides rehearsal", due: "2026-11-27T17:00" }),
    ],
    [["find invoice", "complete the globex one"], done("Send invoice to Globex")],
    [["find invoice", "delete them"], asks],
    [["add paint shelf", "it's urgent"], changed({ title: "paint shelf", priority: 1 })],
    [
      ["add paint shelf", "rename it to paint two shelves"],
      changed({ title: "paint two shelves" }),
    ],
    [
      ["add paint shelf", "make it due friday"],
      changed({ title: "paint shelf", due: "2026-11-27" }),
    ],
    [["what's overdue?", "do it tomorrow"], changed({ title: "Write report", due: "2026-11-26" })],
    [["p1 tasks", "the second one is done"], done("File taxes")],
    [
      ["p1 tasks", "tag all of them q4"],
      changed(
        { title: "Write report", tags: ["q4"] },
        { title: "File taxes", tags: ["finance", "q4"] },
      ),
    ],
  ),
  ...casesOf(
    "several",
    "studio",
    [
      "finish write report and then remind me to send it tomorrow at 9",
      changed(
        { title: "Write report", status: "done" },
        { title: "send it", due: "2026-11-26T09:00" },
      ),
    ],
    [
      "done with the report, also push taxes to monday",
      changed(
        { title: "Write report", status: "done" },
        { title: "File taxes", due: "2026-11-30" },
      ),
    ],
    [
      "add buy stamps tomorrow and call Jo friday",
      changed({ title: "buy stamps", due: "2026-11-26" }, { title: "call Jo", due: "2026-11-27" }),
    ],
    [
      "make book flights p1, tag it travel and assign it to Sam",
      changed({ title: "Book flights", priority: 1, tags: ["travel"], assignee: "Sam" }),
    ],
    [
      "complete review contract; delete update website",
      changed(
        { title: "Review contract", status: "done" },
        { title: "Update website", deleted: true },
      ),
    ],
    [
      "reopen draft budget and move it to friday",
      changed({ title: "Draft budget", status: "open", due: "2026-11-27" }),
    ],
    [
      "add plan offsite with subtasks venue, food and travel",
      changed(
        { title: "plan offsite" },
        { title: "venue", parent: "plan offsite" },
        { title: "food", parent: "plan offsite" },
        { title: "travel", parent: "plan offsite" },
      ),
    ],
    [
      "mark report and contract as done and add celebrate on friday",
      changed(
        { title: "Write report", status: "done" },
        { title: "Review contract", status: "done" },
        { title: "celebrate", due: "2026-11-27" },
      ),
    ],
    ["delete update website and the invoice", asks],
    [
      "move write report to tomorrow and the globex invoice to friday",
      changed(
        { title: "Write report", due: "2026-11-26" },
        { title: "Send invoice to Globex", due: "2026-11-27" },
      ),
    ],
    [
      "first complete write report, then start file taxes",
      changed(
        { title: "Write report", status: "done" },
        { title: "File taxes", status: "in_progress" },
      ),
    ],
    [
      'add "fix and finish shed" and complete write report',
      changed({ title: "fix and finish shed" }, { title: "Write report", status: "done" }),
    ],
    ["i did the report and the contract review", done("Write report", "Review contract")],
  ),
  ...casesOf(
    "ambiguous",
    "studio",
    ["mark slides done", asks],
    ["send invoice is done", asks],
    ["assign slides to bob", asks],
    ["note on invoice: net 30", asks],
    ["add subtask print to slides", asks],
    ["complete write report and move the invoice to friday", asks],
    ["remind me about slides tomorrow at 9", asks],
    ["push invoice by 2 days", asks],
    ["untag invoice", asks],
    ["make it p1", nothing],
    ["undo the thing", nothing],
    ["delete", nothing],
    ["change the report", nothing],
  ),
  ...casesOf(
    "negation",
    "studio",
    ["don't complete write report yet", nothing],
    ["I never said delete", nothing],
    ["not yet", nothing],
    ["please do not assign anything to bob", nothing],
    ["I won't delete file taxes", nothing],
    ["can you delete tasks?", nothing],
    ["how do I delete file taxes?", nothing],
    ["did you delete file taxes?", nothing],
    ["maybe delete file taxes later", nothing],
    ["who deleted fax the bank?", nothing],
    ["if I finish write report, what's left?", nothing],
    ["I was going to delete file taxes", nothing],
    ["let's not delete file taxes", nothing],
  ),
];
