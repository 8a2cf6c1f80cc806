// Which tasks stand on a list, and what a new one gets to stand on it. Called by the rules beside it.
import { dueDay } from "../../../domain/task-days.ts";
import type { Task } from "../../../domain/task.ts";
import type { DayRange } from "../reading/range.ts";
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

/** The same array for the same list: searches keep what they learn of one. */
const known = new WeakMap<Scene, Map<string, Task[]>>();

/** The open tasks of a list. */
export const tasksOn = (list: List, scene: Scene): Task[] => {
  const ofScene = known.get(scene) ?? new Map<string, Task[]>();
  const key = list.is === "named" ? `named ${list.name}` : list.is;
  const tasks = ofScene.get(key) ?? openOn(list, scene);
  known.set(scene, ofScene.set(key, tasks));
  return tasks;
};

const openOn = (list: List, scene: Scene): Task[] => {
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

/** Those of a list that fall into the days asked for. */
export const tasksWithin = (list: List, range: DayRange | null, scene: Scene): Task[] => {
  const tasks = tasksOn(list, scene);
  return range === null ? tasks : tasks.filter((task) => isWithin(task, range, scene));
};

/** Whether its day is one of them. */
export const isWithin = (task: Task, range: DayRange | null, { clock }: Scene): boolean => {
  if (range === null) return true;
  const day = dueDay(task, clock);
  if (day === null) return false;
  return (range.from === null || day >= range.from) && (range.to === null || day <= range.to);
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
