// The words of the sheet of keys. Called by views/keys/sheet.tsx.
import { area } from "./language.ts";

const parts: [name: string, keys: [keys: string, does: string][]][] = [
  [
    "Anywhere",
    [
      ["Ctrl K", "Search tasks, lists and commands"],
      ["n or q", "Add a task"],
      ["/", "Talk to Punctual"],
      ["Ctrl Z", "Undo"],
      ["Ctrl Shift Z", "Redo"],
      ["Esc", "Close what is open"],
      ["?", "This list"],
    ],
  ],
  [
    "Go to",
    [
      ["g a", "All tasks"],
      ["g i", "Inbox"],
      ["g t", "Today"],
      ["g u", "Upcoming"],
      ["g d", "Done"],
      ["g f", "Filter"],
    ],
  ],
  [
    "In a list",
    [
      ["j or ↓", "Next task"],
      ["k or ↑", "Task before"],
      ["Enter", "Open the task"],
      ["e or Space", "Complete it, or open it again"],
      ["t", "Date"],
      ["1 to 4", "Priority"],
      ["Del", "Move it to the trash"],
      ["Alt ↑ or ↓", "Move it up or down"],
      ["Alt →", "Make it a part of the task before"],
      ["Alt ←", "Make it a part no longer"],
    ],
  ],
  [
    "Several at once",
    [
      ["x", "Select the task, or no longer"],
      ["Shift ↑ or ↓", "Select from task to task"],
      ["Shift click", "Select all up to a task"],
      ["Ctrl click", "Select one more"],
      ["Ctrl A", "Select all of the list"],
      ["Esc", "Select nothing"],
      ["e, t, 1 to 4, Del", "Do it to all that is selected"],
    ],
  ],
];

export const keyWords = area("key", {
  kind: "Help",
  title: "Keys",
  parts,
  hint: "On a Mac, Ctrl is Cmd. None of them is taken while you type.",
});
