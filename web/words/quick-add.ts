// The line that adds a task, and what was understood of it. Called by views/quick-add and quick-add/.
import { area } from "./language.ts";

export const quickAddWords = area("quickAdd", {
  form: "Add a task",
  new: "New task",
  placeholder: "Add a task: pay rent every 1st at 9 #home p1",
  more: "Day, priority, project, tags, person",
  names: "Known names",
  kinds: { project: "project", section: "section", tag: "tag", person: "person" },
  understood: "Understood as",
  plain: "Kept as text. Click to read it again.",
  read: "Click to keep it as text.",
  untitled: "No title yet.",
  chips: {
    due: "date",
    deadline: "deadline",
    duration: "duration",
    priority: "priority",
    tag: "tag",
    section: "section",
    project: "project",
    assignee: "person",
    reminder: "reminder",
    recurrence: "repetition",
  },
  wrong: {
    empty:
      "What is to be done? All of this was read as details. Click one of them to keep it as text.",
    long: "A title has at most 500 characters.",
    tags: "A task has at most 50 tags.",
    reminders: (most: number) => `A task has at most ${most} reminders.`,
  },
  pasted: {
    lines: "Pasted lines",
    done: " · done",
    more: (count: number) => `and ${count} more`,
    most: (count: number) => `The first ${count} are added at once.`,
    add: (count: number) => `Add ${count} tasks`,
    asOne: "As one line",
  },
  said: {
    deadline: (day: string) => `deadline ${day}`,
    reminders: (times: string) => `reminder ${times}`,
    next: (rule: string, day: string) => `${rule}, next ${day}`,
  },
});
