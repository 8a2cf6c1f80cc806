// Which tasks stand on a list, and what a new one gets to stand on it. Called by the rules beside it.
import type { Task } from "../../../domain/task.ts";
import type { Scene } from "../scene.ts";
import { isNamed, type List } from "./named-list.ts";

/** A named list is a project, else a tag, else a tag that is still to be made (semantics: Chat). */
export type Label = { as: "project" | "tag"; name: string; isNew: boolean };

export const labelFor = (name: string, { projects, tags }: Scene): Label => {
  const project = projects.find((one) => isNamed(one, name));
  if (project !== undefined) return { as: "project", name: project, isNew: false };
  const tag = tags.find((one) => isNamed(one, name));
  return tag === undefined
    ? { as: "tag", name: name.toLowerCase(), isNew: true }
    : { as: "tag", name: tag, isNew: false };
};

/** The open tasks of a list. */
export const tasksOn = (list: List, scene: Scene): Task[] => {
  const { open } = scene;
  switch (list.is) {
    case "named": {
      const { name } = labelFor(list.name, scene);
      return open.filter(({ project, tags }) =>
        [project ?? "", ...tags].some((one) => isNamed(one, name)),
      );
    }
    case "reminders":
    case "alarms":
      return open.filter(({ reminders }) => reminders.length > 0);
    case "calendar":
      return open.filter(({ due }) => due !== null);
    default:
      return open;
  }
};

/** How a list is called in an answer. */
export const sayList = (list: List): string => {
  switch (list.is) {
    case "named":
      return `your ${list.name} list`;
    case "reminders":
      return "your reminders";
    case "alarms":
      return "your alarms";
    case "calendar":
      return "your calendar";
    default:
      return "your list";
  }
};
