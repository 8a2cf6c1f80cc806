// The lines of the search. Called by palette.tsx.
import { Command } from "cmdk";
import type { ReactNode } from "react";
import { isOver } from "../../../domain/is-over.ts";
import type { Task } from "../../../domain/task.ts";
import type { Now } from "../../time/due.ts";
import { Icon, type IconName } from "../icon.tsx";
import { DueChip } from "../tasks/chips.tsx";
import type { Deed } from "./deeds.ts";
import { findWords } from "../../words/find.ts";

/** A group is not there when nothing is in it. */
export const Group = ({
  name,
  isEmpty,
  children,
}: {
  name: string;
  isEmpty: boolean;
  children: ReactNode;
}) =>
  isEmpty ? null : (
    <Command.Group className="palette__group" heading={name}>
      {children}
    </Command.Group>
  );

const state = (task: Task): "inTrash" | "isDone" | null => {
  if (task.deletedAt !== null) return "inTrash";
  return isOver(task) ? "isDone" : null;
};

type TaskProps = { task: Task; now: Now; onChoose: (taskId: string) => void };

export const TaskItem = ({ task, now, onChoose }: TaskProps) => {
  const where = state(task);
  return (
    <Command.Item
      className="palette__item"
      value={`task ${task.id}`}
      onSelect={() => onChoose(task.id)}
    >
      <Icon name={where === null ? "list" : where === "isDone" ? "check" : "trash"} />
      <span className="palette__name" dir="auto">
        {task.title}
      </span>
      {where === null ? (
        <DueChip task={task} now={now} />
      ) : (
        <span className="palette__note">{findWords[where]}</span>
      )}
      {task.project !== null && <span className="palette__note">#{task.project}</span>}
    </Command.Item>
  );
};

type NameProps = { icon: IconName; name: string; onChoose: () => void };

export const NameItem = ({ icon, name, onChoose }: NameProps) => (
  <Command.Item className="palette__item" value={`${icon} ${name}`} onSelect={onChoose}>
    <Icon name={icon} />
    <span className="palette__name" dir="auto">
      {name}
    </span>
  </Command.Item>
);

export const DeedItem = ({ deed, onChoose }: { deed: Deed; onChoose: () => void }) => (
  <Command.Item className="palette__item" value={`deed ${deed.name}`} onSelect={onChoose}>
    <Icon name={deed.icon} />
    <span className="palette__name">{deed.name}</span>
    {deed.keys !== undefined && <kbd>{deed.keys}</kbd>}
  </Command.Item>
);
