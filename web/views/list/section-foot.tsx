// What stands in a section beside its tasks: that a day is free, or that older ones can be fetched. Called by rows.tsx.
import type { Item } from "../../lists/items.ts";
import type { OlderTasks } from "../tasks/use-older.ts";

type Props = {
  item: Item;
  index: number;
  measure: (node: HTMLElement | null) => void;
  older: OlderTasks;
};

export const SectionFoot = ({ item, index, measure, older }: Props) => {
  if (item.is === "free")
    return (
      <p ref={measure} data-index={index} className="group__free">
        Nothing planned
      </p>
    );
  if (item.is !== "older") return null;
  return (
    <p ref={measure} data-index={index} className="group__older">
      <button className="link" type="button" disabled={older.isComing} onClick={older.show}>
        {older.isComing ? "Fetching older ones…" : "Show older"}
      </button>
    </p>
  );
};
