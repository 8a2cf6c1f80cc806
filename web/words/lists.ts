// The lists: their sections, how they are shown, what is left in them, and what stands where nothing is. Called by lists/ and views/list.
import { area } from "./language.ts";

export const listsWords = area("lists", {
  list: "Tasks",
  sections: {
    overdue: "Overdue",
    today: "Today",
    upcoming: "Upcoming",
    someday: "No date",
    noProject: "No project",
    tasks: "Tasks",
    done: "Done",
  },
  priorities: { p1: "Priority 1", p2: "Priority 2", p3: "Priority 3", p4: "No priority" },
  groupings: {
    date: "Overdue, today, later",
    day: "Day",
    project: "Project",
    section: "Section",
    priority: "Priority",
    none: "Not grouped",
  },
  orders: {
    due: "Due",
    priority: "Priority",
    title: "Title",
    added: "Newest first",
    hand: "By hand",
  },
  arrange: {
    title: "How the list is shown",
    group: "Group by",
    order: "Sort by",
    density: "Rows",
    densities: { comfortable: "Comfortable", compact: "One line each" },
    theme: "Colours",
    themes: { system: "As the device", light: "Light", dark: "Dark" },
  },
  left: {
    overdue: (count: number) => `${count} overdue`,
    today: (count: number) => `${count} left today`,
    nothing: "Nothing on the list",
    later: (count: number) => `Nothing left today, ${count} later on`,
    nothingOpen: "Nothing open",
    open: (count: number) => `${count} open`,
    done: (count: number) => `${count} done lately`,
    fetching: "Fetching your tasks…",
  },
  filter: {
    label: "Show tasks that are",
    form: "Filter",
    example: "overdue & p1",
    show: "Show",
    keep: "Keep it…",
  },
  reschedule: {
    do: "Reschedule",
    all: (count: number) => `Move all ${count} to`,
    days: { today: "Today", tomorrow: "Tomorrow", "next week": "Next week" },
    to: { today: "today", tomorrow: "tomorrow", "next week": "next week" },
  },
  nothingPlanned: "Nothing planned",
  older: "Show older",
  fetchingOlder: "Fetching older ones…",
  notFetched: (why: string) => `Older tasks could not be fetched. ${why}`,
  empty: {
    all: {
      head: "A clear list.",
      before: "Add a task above, or",
      chat: "say it in the chat",
      after: ": “Create a task to buy groceries tomorrow 5pm #home p1”.",
    },
    inbox: {
      head: "The inbox is empty.",
      text: "What has no project yet lands here. Write #name while you add a task to put it into a project at once.",
    },
    today: {
      head: "Nothing left today.",
      text: "What is due today or late stands here. A task added here is due today; write another day to plan ahead.",
    },
    upcoming: {
      head: "Nothing planned.",
      text: "Write a day while you add a task: “call mum friday 10:00”.",
    },
    done: {
      head: "Nothing done lately.",
      text: "What you complete stands here, by day. Open it again there if it was too early.",
    },
    project: {
      head: (name: string) => `Nothing in ${name}.`,
      text: "A task added here is in this project.",
    },
    tag: {
      head: (name: string) => `Nothing has @${name}.`,
      text: "A task added here gets the tag.",
    },
    filter: {
      head: "No task fits.",
      text: "For example: overdue & p1, #home | @errand, due before: friday & !@waiting",
    },
    trash: {
      head: "The trash is empty.",
      text: "What you delete stays here for 30 days and can be restored.",
    },
  },
});
