// The heading of a section: its name, how many stand in it, and what can be done with all of them. Called by rows.tsx.
import { lazy, useRef, useState } from "react";
import type { Heading, Section } from "../../lists/sections.ts";
import type { Now } from "../../time/due.ts";
import { sayDay, sayLongDay } from "../../time/say.ts";
import { listWords } from "../../words/list.ts";
import { useWorkspace } from "../context.ts";
import { Icon } from "../icon.tsx";
import { LatePart } from "../late-part.tsx";
import { useEscape } from "../use-keys.ts";
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

const Edit = lazy(() => import("./section-edit.tsx"));

/** The pencil of a section of a project, and what it opens. */
const Change = ({ project, heading }: { project: string; heading: Heading }) => {
  const [isOpen, setOpen] = useState(false);
  const pencil = useRef<HTMLButtonElement>(null);
  const close = (): void => {
    setOpen(false);
    pencil.current?.focus();
  };
  useEscape(isOpen, close);
  const label = listWords.section.change(heading.name);
  return (
    <>
      <button
        ref={pencil}
        className="icon-button group__change"
        type="button"
        aria-label={label}
        title={label}
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        <Icon name="pencil" />
      </button>
      {isOpen && (
        <LatePart onClose={close}>
          <Edit project={project} heading={heading} onDone={close} />
        </LatePart>
      )}
    </>
  );
};

type Props = {
  /** The project the list is of. */
  project: string | null;
  section: Section;
  name: string;
  isOpen: boolean;
  /** More of them can be fetched: so many at least. */
  hasMore: boolean;
  onFold: (section: Section) => void;
};

export const SectionHead = ({ project, section, name, isOpen, hasMore, onFold }: Props) => {
  const { tone, tasks, heading } = section;
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
      {heading && project !== null && <Change project={project} heading={heading} />}
      {tone === "late" && <Reschedule tasks={tasks} />}
    </div>
  );
};
