// The search, the keys, and what lists are called. Called by views/palette, views/keys and places/place.ts.
import { area } from "./language.ts";

export const findWords = area("find", {
  addTask: "Add a task",
  commands: "Commands",
  elsewhere: "Elsewhere",
  filter: "Filter",
  found: "Found",
  inTrash: "in the trash",
  isDone: "done",
  lists: "Lists",
  looks: { system: "Colours as the device", light: "Light colours", dark: "Dark colours" },
  rows: { comfortable: "Comfortable rows", compact: "One line for each task" },
  chats: { narrow: "Narrow chat", wide: "Wide chat", gone: "Hide the chat" },
  nothing: "Nothing is called like that.",
  places: {
    all: "All tasks",
    inbox: "Inbox",
    today: "Today",
    upcoming: "Upcoming",
    done: "Done",
    trash: "Trash",
  },
  searchAll: "Search tasks, lists and commands",
  showKeys: "Show the keys",
  talk: "Talk to Punctual",
  undoLast: "Undo the last change",
  keys: {
    control: "Ctrl",
    shift: "Shift",
  },
});
