// New tasks, one or several, and parts of tasks. Part of the corpus.
import { asks, casesOf, changed, nothing } from "./short.ts";

export const adding = [
  ...casesOf(
    "create",
    "family",
    [
      "need to pick up the kids at 4 today",
      changed({ title: "pick up the kids", due: "2026-11-25T16:00" }),
    ],
    [
      "add return the drill to Tom by sunday",
      changed({ title: "return the drill to Tom", due: "2026-11-29" }),
    ],
    ["pls add oat milk", changed({ title: "oat milk" })],
    ["new: fix squeaky door #Garden", changed({ title: "fix squeaky door", project: "Garden" })],
    [
      "order birthday cake for saturday morning p1",
      changed({ title: "order birthday cake", due: "2026-11-28T09:00", priority: 1 }),
    ],
    [
      'can you put "read Tomorrow, and Tomorrow" on my list',
      changed({ title: "read Tomorrow, and Tomorrow" }),
    ],
    [
      "book table for two, friday 7pm",
      changed({ title: "book table for two", due: "2026-11-27T19:00" }),
    ],
    [
      "mow the lawn every saturday",
      changed({ title: "mow the lawn", due: "2026-11-28", recurrence: "FREQ=WEEKLY;BYDAY=SA" }),
    ],
    ["buy milk and eggs", changed({ title: "buy milk and eggs" })],
    ["call mum and dad tonight", changed({ title: "call mum and dad", due: "2026-11-25T20:00" })],
    ["get bread, butter and jam", changed({ title: "get bread, butter and jam" })],
    ["wash and iron shirts", changed({ title: "wash and iron shirts" })],
    [
      "pick up parcel +Tom tomorrow",
      changed({ title: "pick up parcel", assignee: "Tom", due: "2026-11-26" }),
    ],
    [
      "write to the landlord about the heating",
      changed({ title: "write to the landlord about the heating" }),
    ],
    [
      "add a task: undo the wallpaper in the hall",
      changed({ title: "undo the wallpaper in the hall" }),
    ],
    [
      "i have to go to the bank tomorrow at 11",
      changed({ title: "go to the bank", due: "2026-11-26T11:00" }),
    ],
    ["todo clean gutters", changed({ title: "clean gutters" })],
    [
      "don't forget the recycling tonight",
      changed({ title: "the recycling", due: "2026-11-25T20:00" }),
    ],
    ["also add stamps", changed({ title: "stamps" })],
    ["make sure to lock the shed", changed({ title: "lock the shed" })],
  ),
  ...casesOf(
    "create-many",
    "family",
    [
      "add milk, eggs and flour as separate tasks",
      changed({ title: "milk" }, { title: "eggs" }, { title: "flour" }),
    ],
    [
      "- call school\n- pay gym tomorrow\n- water ferns p2",
      changed(
        { title: "call school" },
        { title: "pay gym", due: "2026-11-26" },
        { title: "water ferns", priority: 2 },
      ),
    ],
    [
      "1. buy paint\n2. sand the door\n3. paint the door on saturday",
      changed(
        { title: "buy paint" },
        { title: "sand the door" },
        { title: "paint the door", due: "2026-11-28" },
      ),
    ],
    [
      "- [ ] pack bags\n- [ ] charge camera",
      changed({ title: "pack bags" }, { title: "charge camera" }),
    ],
    [
      "- [x] pack bags\n- [ ] charge camera",
      changed({ title: "pack bags", status: "done" }, { title: "charge camera", status: "open" }),
    ],
    [
      "plan party\n  - invite friends\n  - buy balloons",
      changed(
        { title: "plan party" },
        { title: "invite friends", parent: "plan party" },
        { title: "buy balloons", parent: "plan party" },
      ),
    ],
    [
      "add these:\nbuy candles\nbuy matches",
      changed({ title: "buy candles" }, { title: "buy matches" }),
    ],
    [
      "create three tasks: feed the cat, empty the bins, call Jo",
      changed({ title: "feed the cat" }, { title: "empty the bins" }, { title: "call Jo" }),
    ],
    [
      "Buy paint\nSand the door\nCall Jo tomorrow",
      changed(
        { title: "Buy paint" },
        { title: "Sand the door" },
        { title: "Call Jo", due: "2026-11-26" },
      ),
    ],
    ["- a1 task\n- b2 task\n- c3 task\n- d4 task\n- e5 task\n- f6 task", asks],
    [
      "Trip:\n• book hotel\n    • compare prices\n• rent a car",
      changed(
        { title: "Trip" },
        { title: "book hotel", parent: "Trip" },
        { title: "compare prices", parent: "book hotel" },
        { title: "rent a car", parent: "Trip" },
      ),
    ],
  ),
  ...casesOf(
    "subtask",
    "family",
    ["add subtask buy flour to bake cake", changed({ title: "buy flour", parent: "Bake cake" })],
    [
      "add buy icing sugar under bake cake",
      changed({ title: "buy icing sugar", parent: "Bake cake" }),
    ],
    [
      "add a subtask to bake cake: borrow the tin from Jo tomorrow",
      changed({ title: "borrow the tin from Jo", parent: "Bake cake", due: "2026-11-26" }),
    ],
    ["bake cake: add subtask get eggs", changed({ title: "get eggs", parent: "Bake cake" })],
    [
      "break bake cake into buy eggs, preheat oven and mix batter",
      changed(
        { title: "buy eggs", parent: "Bake cake" },
        { title: "preheat oven", parent: "Bake cake" },
        { title: "mix batter", parent: "Bake cake" },
      ),
    ],
    [
      "split fix the fence into buy posts, dig holes",
      changed(
        { title: "buy posts", parent: "Fix the fence" },
        { title: "dig holes", parent: "Fix the fence" },
      ),
    ],
    [
      "add measure twice as a subtask of fix the fence",
      changed({ title: "measure twice", parent: "Fix the fence" }),
    ],
    [
      "add subtasks eggs and butter to bake cake",
      changed({ title: "eggs", parent: "Bake cake" }, { title: "butter", parent: "Bake cake" }),
    ],
    ["make buy milk a subtask of bake cake", changed({ title: "Buy milk", parent: "Bake cake" })],
    [
      ["add bake bread", "add a subtask to it: buy yeast"],
      changed({ title: "bake bread" }, { title: "buy yeast", parent: "bake bread" }),
    ],
    ["add subtask ring Jo to call", asks],
    ["add subtask polish to paint the boat", nothing],
  ),
];
