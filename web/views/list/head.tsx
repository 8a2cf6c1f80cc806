// The head of a list: its name, what is left in it, and how it is shown. Called by list.tsx and trash.tsx.
import type { Directory } from "../../../domain/directory/directory.ts";
import type { Section } from "../../lists/sections.ts";
import { type Place, titleOf } from "../../places/place.ts";
import { sayLongDay } from "../../time/say.ts";
import { useAppState, useWorkspace } from "../context.ts";
import { Arrange } from "./arrange.tsx";
import { SelectButton } from "./select-button.tsx";
import type { List } from "./use-list.ts";
import { listsWords } from "../../words/lists.ts";

const countIn = (sections: readonly Section[], wanted: (section: Section) => boolean): number =>
  sections.filter(wanted).reduce((sum, { tasks }) => sum + tasks.length, 0);

/** What is left of the day, for the lists where the day is what counts. */
const sayLeft = (sections: readonly Section[]): string => {
  const words = listsWords.left;
  const late = countIn(sections, ({ tone }) => tone === "late");
  const due = countIn(sections, ({ tone }) => tone === "today");
  const rest = countIn(sections, ({ tone }) => tone === "plain");
  const parts = [late > 0 ? words.overdue(late) : "", due > 0 ? words.today(due) : ""];
  if (late > 0 || due > 0) return parts.filter((part) => part !== "").join(" · ");
  return rest === 0 ? words.nothing : words.later(rest);
};

const sayOpen = (sections: readonly Section[]): string => {
  const open = countIn(sections, ({ tone }) => tone !== "done");
  return open === 0 ? listsWords.left.nothingOpen : listsWords.left.open(open);
};

const summary = ({ is }: Place, { sections, arrangement }: List): string => {
  if (is === "done") return listsWords.left.done(countIn(sections, () => true));
  const isByDate = arrangement.group === "date" || arrangement.group === "day";
  return isByDate && ["all", "today"].includes(is) ? sayLeft(sections) : sayOpen(sections);
};

/** What a person calls a filter that is kept. */
const nameOf = (place: Place, { filters }: Directory): string | undefined =>
  place.is === "saved" ? filters.find(({ id }) => id === place.id)?.name : undefined;

type Props = { place: Place; list: List | null };

export const ListHead = ({ place, list }: Props) => {
  const { settings } = useWorkspace();
  const { loaded, directory } = useAppState();
  const isDay = place.is === "all" && list !== null;
  const title = isDay
    ? sayLongDay(list.now.wall.slice(0, 10), settings.locale)
    : (nameOf(place, directory) ?? titleOf(place));
  return (
    <div className="tasks__head">
      <h1 dir="auto">{title}</h1>
      {list !== null && (
        <p className="tasks__summary">{loaded ? summary(place, list) : listsWords.left.fetching}</p>
      )}
      {list !== null && <SelectButton />}
      <Arrange place={place} list={list} />
    </div>
  );
};
