// What a new person is shown: three steps, and a project that explains itself. Called by views/first/.
import { area } from "./language.ts";

type Step = { name: string; how: string };

const steps: Record<"add" | "remind" | "undo", Step> = {
  add: {
    name: "Add a task",
    how: "Write it in the line above, with the day if you like: “call mum friday 10:00”. The chat takes whole sentences.",
  },
  remind: {
    name: "Get a reminder",
    how: "Open a task and choose a time under Reminders. It rings on every device you are signed in on.",
  },
  undo: {
    name: "Take something back",
    how: "Press Ctrl+Z (Cmd+Z on a Mac), or Undo where it is offered. A task’s history keeps every change.",
  },
};

export const firstWords = area("first", {
  title: "The first five minutes",
  allDone: "That is all you need to begin.",
  steps,
  stepDone: "Done:",
  showMe: "Show me around",
  what: "makes a project with a few tasks that explain themselves",
  remove: "Remove the sample project",
  close: "Close this",
  made: "Made the project “Getting started”.",
  removed: "Removed the sample project.",
  project: "Getting started",
  tasks: [
    {
      title: "Tick me off with the circle on the left",
      description:
        "What is done moves to Done. Ticked too early? Tick it again there, or press Ctrl+Z.",
    },
    {
      title: "Tell the chat: add buy milk tomorrow at 5pm",
      description:
        "The chat understands plain sentences: “what is due today?”, “move the milk to friday”, “remind me an hour before”.",
    },
    {
      title: "Give me a reminder",
      description:
        "Open me and choose a time under Reminders. When it rings you can put it off, and it stops on all your devices at once.",
    },
    {
      title: "Rename me, then take it back",
      description:
        "Change the title, then press Ctrl+Z. My history shows who changed what, and when.",
    },
    {
      title: "Plan a day: write “friday” while you add a task",
      description:
        "#name puts a task into a project, @name gives it a tag, p1 makes it urgent, “every monday” makes it come back.",
    },
    {
      title: "Looked around? Remove this project",
      description:
        "The button is below this list. All its tasks go with it into the trash, and one Undo brings them back.",
    },
  ],
});
