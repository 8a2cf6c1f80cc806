// The line of a filter: to write it, and where it is wrong. Called by list.tsx.
import { type FormEvent, lazy, useState } from "react";
import { Icon } from "../icon.tsx";
import { LatePart } from "../late-part.tsx";
import { useWhere } from "../where.ts";
import type { FilterState } from "./use-filter.ts";
import { listsWords } from "../../words/lists.ts";

/** Characters of a line (domain/filter/read-filter.ts). */
const longest = 1_000;

/** The line with the place marked that is wrong. */
const Wrong = ({ filter }: { filter: FilterState }) => {
  const { line, problem } = filter;
  if (line === null || problem === null) return null;
  const { at, end, message } = problem;
  return (
    <p id="filter-wrong" className="error" role="alert">
      <span className="filter-line__shown">
        {line.slice(0, at)}
        <mark>{line.slice(at, Math.max(end, at + 1)) || " "}</mark>
        {line.slice(Math.max(end, at + 1))}
      </span>{" "}
      {message}
    </p>
  );
};

const Edit = lazy(() => import("../directory/edit.tsx"));

/** Keeps the filter under a name. */
const Keep = ({ query }: { query: string }) => {
  const [isOpen, setOpen] = useState(false);
  const edited = {
    kind: "filter" as const,
    ref: null,
    version: 0,
    name: "",
    colour: null,
    archived: false,
    query,
  };
  return (
    <>
      <button className="button button--small" type="button" onClick={() => setOpen(true)}>
        {listsWords.filter.keep}
      </button>
      {isOpen && (
        <LatePart onClose={() => setOpen(false)}>
          <Edit edited={edited} onClose={() => setOpen(false)} />
        </LatePart>
      )}
    </>
  );
};

export const FilterLine = ({ filter }: { filter: FilterState }) => {
  const { place, go } = useWhere();
  const [line, setLine] = useState(filter.line ?? "");
  const isKept = place.is === "saved";
  return (
    <div className="filter-line">
      <form
        className="filter-line__form"
        aria-label={listsWords.filter.form}
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          go({ is: "filter", line: line.trim() });
        }}
      >
        <Icon name="filter" />
        <label className="unseen" htmlFor="filter-line">
          {listsWords.filter.label}
        </label>
        <input
          id="filter-line"
          value={line}
          maxLength={longest}
          autoComplete="off"
          spellCheck={false}
          placeholder={listsWords.filter.example}
          aria-invalid={filter.problem !== null}
          aria-describedby={filter.problem === null ? undefined : "filter-wrong"}
          onChange={(event) => setLine(event.target.value)}
        />
        <button className="button button--small" type="submit">
          {listsWords.filter.show}
        </button>
        <Wrong filter={filter} />
      </form>
      {!isKept && filter.fits !== null && <Keep query={filter.line ?? ""} />}
    </div>
  );
};
