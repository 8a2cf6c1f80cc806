// The heading of a section: its name, how many stand in it, and what can be done with all of them. Called by rows.tsx.
import type { Section } from "../../lists/sections.ts";
import type { Now } from "../../time/due.ts";
import { sayDay, sayLongDay } from "../../time/say.ts";
import { useWorkspace } from "../context.ts";
import { Icon } from "../icon.tsx";
import { Reschedule } from "./reschedule.tsx";

/** Says the name of a section; that of a day near now is its word and its date. */
export const useSayName = (now: Now): ((section: Section) => string) => {
  const { locale } = useWorkspace().settings;
  return ({ name, day }) => {
    if (day === undefined) return name;
    const [short, long] = [sayDay(day, now, locale), sayLongDay(day, locale)];
    if (/\d/.test(short)) return short;
    return long.startsWith(short) ? long : `${short} · ${long}`;
  };
};

type Props = {
  section: Section;
  name: string;
  isOpen: boolean;
  /** More of them can be fetched: so many at least. */
  hasMore: boolean;
  onFold: (section: Section) => void;
};

export const SectionHead = ({ section, name, isOpen, hasMore, onFold }: Props) => {
  const { tone, tasks } = section;
  const count = tasks.length;
  return (
    <div className="group__head">
      <h2 className="group__name">
        {tone === "done" ? (
          <button
            className="group__fold"
            type="button"
            aria-expanded={isOpen}
            onClick={() => onFold(section)}
          >
            {name} <span className="group__count">{hasMore ? `${count}+` : count}</span>{" "}
            <Icon name="more" />
          </button>
        ) : (
          <>
            {name} {count > 0 && <span className="group__count">{count}</span>}
          </>
        )}
      </h2>
      {tone === "late" && <Reschedule tasks={tasks} />}
    </div>
  );
};
