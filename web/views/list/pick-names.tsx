// A project or tags for all that is selected, found or named by typing. Called by bulk-bar.tsx.
import { type FormEvent, useId, useMemo, useState } from "react";
import { hasTag } from "../../lists/bulk.ts";
import { same } from "../../places/belongs.ts";
import { type VisibleTask, visibleTasks } from "../../store/visible.ts";
import { listWords } from "../../words/list.ts";
import { useAppState } from "../context.ts";
import { useNames } from "../shell/use-names.ts";
import type { Bulk } from "./use-bulk.ts";

type FinderProps = {
  label: string;
  sign: "#" | "@";
  names: readonly string[];
  onPick: (name: string) => void;
  /** Whether all, some or none have it already. */
  pressed?: (name: string) => boolean | "mixed";
};

/** The names that hold what is typed; Enter takes the first, or makes one. */
const Finder = ({ label, sign, names, onPick, pressed }: FinderProps) => {
  const [text, setText] = useState("");
  const id = useId();
  const typed = text.trim().replace(/^[#@]+/, "");
  const found = names.filter((name) => name.toLowerCase().includes(typed.toLowerCase()));
  const isNew = typed !== "" && !names.some((name) => same(name, typed));
  const pick = (name: string): void => {
    setText("");
    onPick(name);
  };
  const onEnter = (event: FormEvent): void => {
    event.preventDefault();
    const first = found.find((name) => same(name, typed)) ?? (isNew ? typed : found[0]);
    if (typed !== "" && first !== undefined) pick(first);
  };
  return (
    <>
      <form className="bulk__typed" onSubmit={onEnter}>
        <label className="unseen" htmlFor={id}>
          {label}
        </label>
        <input
          id={id}
          value={text}
          placeholder={label}
          autoComplete="off"
          maxLength={100}
          onChange={(event) => setText(event.target.value)}
        />
      </form>
      <div className="bulk__names">
        {found.map((name) => (
          <button
            key={name}
            className="choice"
            type="button"
            dir="auto"
            aria-pressed={pressed?.(name)}
            onClick={() => pick(name)}
          >
            {sign}
            {name}
          </button>
        ))}
        {isNew && (
          <button className="choice" type="button" dir="auto" onClick={() => pick(typed)}>
            {listWords.names.make(`${sign}${typed}`)}
          </button>
        )}
      </div>
    </>
  );
};

const useKnown = () => {
  const { tasks, pending } = useAppState();
  return useNames(useMemo(() => visibleTasks({ tasks, pending }), [tasks, pending]));
};

type Props = { bulk: Bulk; tasks: readonly VisibleTask[]; onDone: () => void };

export const PickProject = ({ bulk, onDone }: Props) => {
  const { projects } = useKnown();
  const pick = (project: string | null): void => {
    bulk.project(project);
    onDone();
  };
  return (
    <>
      <Finder
        label={listWords.names.findProject}
        sign="#"
        names={projects.filter(({ archived }) => !archived).map(({ name }) => name)}
        onPick={pick}
      />
      <button className="choice" type="button" onClick={() => pick(null)}>
        {listWords.names.noProject}
      </button>
    </>
  );
};

export const PickTags = ({ bulk, tasks }: Props) => {
  const { tags } = useKnown();
  const pressed = (tag: string): boolean | "mixed" => {
    const count = tasks.filter((task) => hasTag(task, tag)).length;
    return count === 0 ? false : count === tasks.length ? true : "mixed";
  };
  return (
    <Finder
      label={listWords.names.findTag}
      sign="@"
      names={tags.map(({ name }) => name)}
      pressed={pressed}
      onPick={(tag) => bulk.tag(tag, pressed(tag) !== true)}
    />
  );
};
