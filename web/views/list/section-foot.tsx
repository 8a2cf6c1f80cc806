// What stands in a section beside its tasks: that a day is free, that older ones can be fetched, what adds a task or a section. Called by rows.tsx.
import type { Item } from "../../lists/items.ts";
import { listWords } from "../../words/list.ts";
import { Icon } from "../icon.tsx";
import type { OlderTasks } from "../tasks/use-older.ts";
import { listsWords } from "../../words/lists.ts";

import { SectionAdd } from "./section-add.tsx";

type Props = {
  /** The project the list is of. */
  project: string | null;
  /** The line for a new task is to be one for a section. */
  onAdd: (section: string) => void;
  item: Item;
  index: number;
  measure: (node: HTMLElement | null) => void;
  older: OlderTasks;
};

export const SectionFoot = ({ item, index, measure, older, project, onAdd }: Props) => {
  if (item.is === "free")
    return (
      <p ref={measure} data-index={index} className="group__free">
        {listsWords.nothingPlanned}
      </p>
    );
  if (item.is === "add")
    return (
      <p ref={measure} data-index={index} className="group__add">
        <button
          className="link"
          type="button"
          aria-label={listWords.section.addTaskTo(item.section.name)}
          onClick={() => onAdd(item.section.name)}
        >
          <Icon name="plus" /> {listWords.section.addTask}
        </button>
      </p>
    );
  if (item.is === "add section")
    return (
      <div ref={measure} data-index={index} className="group__add">
        {project !== null && <SectionAdd project={project} />}
      </div>
    );
  if (item.is !== "older") return null;
  return (
    <p ref={measure} data-index={index} className="group__older">
      <button className="link" type="button" disabled={older.isComing} onClick={older.show}>
        {older.isComing ? listsWords.fetchingOlder : listsWords.older}
      </button>
    </p>
  );
};
