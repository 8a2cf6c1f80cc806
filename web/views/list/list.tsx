// A list of tasks, whichever the address names: its head, the line that adds to it, and what stands in it. Called by home.tsx.
import { useState } from "react";
import type { Task } from "../../../domain/task.ts";
import { isAdding, type Place } from "../../places/place.ts";
import { emptyLine, type Line, withSection } from "../../quick-add/line.ts";
import { lineName } from "../../offline/outbox/settle.ts";
import { useAppState, useWorkspace } from "../context.ts";
import { FirstSteps } from "../first/first-steps.tsx";
import { QuickAdd } from "../quick-add/quick-add.tsx";
import { LostDrafts } from "../tasks/lost.tsx";
import { useOlder } from "../tasks/use-older.ts";
import { Empty } from "./empty.tsx";
import { FilterLine } from "./filter-line.tsx";
import { ListHead } from "./head.tsx";
import { Rows } from "./rows.tsx";
import { createSelecting, SelectingContext } from "../selecting/selecting.ts";
import { Trash } from "./trash.tsx";
import { useList } from "./use-list.ts";
import { listsWords } from "../../words/lists.ts";

type Props = {
  place: Place;
  onHistory: (task: Task) => void;
  onChat: () => void;
};

const TaskLists = ({
  place,
  scroller,
  onHistory,
  onChat,
}: Props & { scroller: HTMLElement | null }) => {
  const { loaded } = useAppState();
  const older = useOlder();
  const list = useList(place, older.isThere && ["all", "done"].includes(place.is));
  const { drafts } = useWorkspace();
  const toLine = (section: string): void => {
    drafts.write(lineName, withSection(drafts.read<Line>(lineName, emptyLine), section));
    document.getElementById("quick-add")?.focus();
  };
  const [selecting] = useState(createSelecting);
  const isEmpty = list.sections.every(({ tasks }) => tasks.length === 0);
  return (
    <SelectingContext value={selecting}>
      <ListHead place={place} list={list} />
      {isAdding(place) && <QuickAdd place={place} />}
      {list.filter.line !== null && <FilterLine key={list.filter.line} filter={list.filter} />}
      <LostDrafts />
      {isEmpty && loaded && !list.filter.isComing && list.filter.problem === null && (
        <Empty place={place} onChat={onChat} />
      )}
      {!(isEmpty && !["upcoming", "project"].includes(place.is) && !older.isThere) && (
        <Rows list={list} onAdd={toLine} older={older} scroller={scroller} onHistory={onHistory} />
      )}
      <FirstSteps place={place} />
    </SelectingContext>
  );
};

export const TaskList = (props: Props) => {
  const { place } = props;
  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  return (
    <section
      className="tasks"
      id="list"
      tabIndex={-1}
      ref={setScroller}
      aria-label={listsWords.list}
    >
      {place.is === "trash" ? <Trash /> : <TaskLists {...props} scroller={scroller} />}
    </section>
  );
};
