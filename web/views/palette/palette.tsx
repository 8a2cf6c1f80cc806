// The search: tasks wherever they stand, lists, and what one can do. Loaded when it is first opened; called by later.tsx.
import { Command } from "cmdk";
import { useEffect, useMemo, useRef, useState } from "react";
import { findNames, findTasks } from "../../find/find.ts";
import { visibleTasks } from "../../store/visible.ts";
import { useAppState, useNow } from "../context.ts";
import type { Shell } from "../shell/use-shell.ts";
import { useNames } from "../shell/use-names.ts";
import { useWhere } from "../where.ts";
import { type Deed, useDeeds } from "./deeds.ts";
import { DeedItem, Group, NameItem, TaskItem } from "./items.tsx";
import { useSearch } from "./use-search.ts";
import { findWords } from "../../words/find.ts";
import { shellWords } from "../../words/shell.ts";

/** Tasks of the page that are shown at most; more letters make them fewer. */
const mostTasks = 12;
const mostNames = 6;

type Props = { shell: Shell; onTask: (taskId: string) => void; onClose: () => void };

const Palette = ({ shell, onTask, onClose }: Props) => {
  const { tasks, pending } = useAppState();
  const now = useNow();
  const { go } = useWhere();
  const [text, setText] = useState("");
  const dialog = useRef<HTMLDialogElement>(null);
  const after = useRef<(() => void) | null>(null);
  useEffect(() => dialog.current?.showModal(), []);

  const shown = useMemo(() => visibleTasks({ tasks, pending }), [tasks, pending]);
  const names = useNames(shown);
  const found = useMemo(() => findTasks(shown, text, mostTasks), [shown, text]);
  const elsewhere = useSearch(text, shown);
  const deeds = findNames(useDeeds(shell), text);
  const projects = findNames(names.projects, text).slice(0, mostNames);
  const tags = findNames(names.tags, text).slice(0, mostNames);
  const filters = findNames(names.filters, text).slice(0, mostNames);

  /** What is chosen happens when the dialog has given the focus back: it may want it elsewhere. */
  const choose = (run: () => void): void => {
    after.current = run;
    dialog.current?.close();
  };
  const closed = (): void => {
    onClose();
    after.current?.();
  };
  const open = (taskId: string): void => choose(() => onTask(taskId));
  const ofKind = (kind: Deed["kind"]): Deed[] => deeds.filter((deed) => deed.kind === kind);

  return (
    <dialog ref={dialog} className="palette" aria-label={shellWords.search} onClose={closed}>
      <Command label={shellWords.search} shouldFilter={false} loop>
        <Command.Input
          className="palette__input"
          value={text}
          maxLength={200}
          placeholder={findWords.searchAll}
          onValueChange={setText}
        />
        <Command.List className="palette__list" label={findWords.found}>
          {!elsewhere.isComing && <Command.Empty>{findWords.nothing}</Command.Empty>}
          <Group name={shellWords.tasks} isEmpty={found.length === 0}>
            {found.map((task) => (
              <TaskItem key={task.id} task={task} now={now} onChoose={open} />
            ))}
          </Group>
          <Group name={findWords.elsewhere} isEmpty={elsewhere.tasks.length === 0}>
            {elsewhere.tasks.map((task) => (
              <TaskItem key={task.id} task={task} now={now} onChoose={open} />
            ))}
          </Group>
          <Group name={shellWords.names.project} isEmpty={projects.length === 0}>
            {projects.map(({ name }) => (
              <NameItem
                key={name}
                icon="folder"
                name={name}
                onChoose={() => choose(() => go({ is: "project", name }))}
              />
            ))}
          </Group>
          <Group name={shellWords.names.tag} isEmpty={tags.length === 0}>
            {tags.map(({ name }) => (
              <NameItem
                key={name}
                icon="tag"
                name={name}
                onChoose={() => choose(() => go({ is: "tag", name }))}
              />
            ))}
          </Group>
          <Group name={shellWords.names.filter} isEmpty={filters.length === 0}>
            {filters.map(({ ref, name, place }) => (
              <NameItem
                key={ref}
                icon="filter"
                name={name}
                onChoose={() => choose(() => go(place))}
              />
            ))}
          </Group>
          {(["lists", "commands"] as const).map((kind) => (
            <Group key={kind} name={findWords[kind]} isEmpty={ofKind(kind).length === 0}>
              {ofKind(kind).map((deed) => (
                <DeedItem key={deed.name} deed={deed} onChoose={() => choose(deed.run)} />
              ))}
            </Group>
          ))}
        </Command.List>
      </Command>
      {elsewhere.problem !== null && (
        <p className="error palette__note" role="alert">
          {elsewhere.problem}
        </p>
      )}
    </dialog>
  );
};

export default Palette;
