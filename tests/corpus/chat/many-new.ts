// Several new tasks in one message, and what holds for all of them. Part of the corpus.
import { asks, casesOf, changed, done, nothing } from "./short.ts";

const friday = "2026-11-27";
const tomorrow = "2026-11-26";
const three = (more: object = {}) =>
  changed({ title: "glue", ...more }, { title: "paper", ...more }, { title: "tape", ...more });
const calls = (more: object = {}) =>
  changed({ title: "call Bob", ...more }, { title: "email Jo", ...more });

const apart = casesOf(
  "create-many",
  "household",
  ["add glue, paper and tape as separate tasks for friday", three({ due: friday })],
  ["add glue, paper and tape, as separate tasks pls, for tmrw", three({ due: tomorrow })],
  ["add glue, paper and tape for friday, each as a separate task", three({ due: friday })],
  ["glue, paper, tape - one task each, all tagged supplies", three({ tags: ["supplies"] })],
  ["please write down glue, paper and tape, each as its own task", three()],
  ["glue, paper and tape (as separate tasks, due tomorrow)", three({ due: tomorrow })],
  ["put glue, paper and tape on my list as separate tasks", three()],
  ["add glue, paper and tape to School as separate tasks", three({ project: "School" })],
  ["add glue / paper / tape as separate tasks", three()],
  [
    "glue, paper and tape as separate tasks, tag shopping, for Ali",
    three({ tags: ["shopping"], assignee: "Ali" }),
  ],
  ["add call Bob and email Jo as two tasks", calls()],
  ["add call Bob and email Jo as 2 tasks, both p1", calls({ priority: 1 })],
  [
    'add "milk, eggs" and "salt, pepper" as two tasks',
    changed({ title: "milk, eggs" }, { title: "salt, pepper" }),
  ],
  ["add milk, eggs and bread as one task", changed({ title: "milk, eggs and bread" })],
  ["call Bob and email Jo, both for friday", calls({ due: friday })],
  [
    "renew the passport is done and add glue, paper and tape as separate tasks",
    changed(
      { title: "Renew passport", status: "done" },
      { title: "glue" },
      { title: "paper" },
      { title: "tape" },
    ),
  ],
  ["add glue, paper and tape as separate tasks for the party", asks],
  ["add wash and iron shirts and buy milk as two tasks", nothing],
  ["pay Ann and Bob separately", changed({ title: "pay Ann and Bob separately" })],
  ["finish the oven and the bathroom, both tomorrow", nothing],
);

const headed = casesOf(
  "create-many",
  "household",
  ["need three tasks: glue, paper, tape", three()],
  ["put these on my list: glue, paper, tape", three()],
  ["three tasks for friday: glue, paper and tape", three({ due: friday })],
  ["tasks for tomorrow: call Bob, email Jo", calls({ due: tomorrow })],
  ["my tasks for tomorrow are: call Bob, email Jo", calls({ due: tomorrow })],
  ["tasks for Ali: call Bob, email Jo", calls({ assignee: "Ali" })],
  ["add these p1 tasks to School: glue, paper, tape", three({ priority: 1, project: "School" })],
  [
    "add the following tasks to School, all due friday: call Bob, email Jo",
    calls({ project: "School", due: friday }),
  ],
  ["create a task for each of these: glue, paper, tape", three()],
  ["i want separate tasks for glue, paper and tape", three()],
  ["add two tasks - call Bob and email Jo", calls()],
  ["add tasks 1. call Bob 2. email Jo", calls()],
  ["add: 1) call Bob 2) email Jo", calls()],
  [
    "add two tasks, one to call Bob by friday and one to email Jo for monday",
    changed({ title: "call Bob", due: friday }, { title: "email Jo", due: "2026-11-30" }),
  ],
  ["add two tasks for friday, one to call Bob and another to email Jo", calls({ due: friday })],
  ["add a task to call Bob and another one to email Jo", calls()],
  [
    "add one task: glue, paper and tape for Bob",
    changed({ title: "glue, paper and tape for Bob" }),
  ],
  ["complete these: coffee, dish soap", done("Buy coffee", "Buy dish soap")],
);

const pasted = casesOf(
  "create-many",
  "household",
  [
    "please add to School:\n- glue\n- paper\n- tape friday",
    changed(
      { title: "glue", project: "School", due: null },
      { title: "paper", project: "School" },
      { title: "tape", project: "School", due: friday },
    ),
  ],
  ["Add the following to School:\nglue\npaper\ntape", three({ project: "School" })],
  ["School:\n- glue\n- paper\n- tape", three({ project: "School" })],
  ["tomorrow:\n- call Bob\n- email Jo", calls({ due: tomorrow })],
  ["for Ali:\n- call Bob\n- email Jo", calls({ assignee: "Ali" })],
  ["- call Bob\n- email Jo\nall for friday", calls({ due: friday })],
  ["call Bob\nemail Jo\nboth for friday p1", calls({ due: friday, priority: 1 })],
  [
    "add these for tomorrow:\n- call Bob\n- email Jo at 5pm",
    changed({ title: "call Bob", due: tomorrow }, { title: "email Jo", due: "2026-11-26T17:00" }),
  ],
);

export const manyNew = [...apart, ...headed, ...pasted];
