// Changes a section of a project where it stands: its name, its place, or takes it away. Fetched when it is first opened; called by section-head.tsx.
import { type FormEvent, useId, useState } from "react";
import type { Heading } from "../../lists/sections.ts";
import { listWords } from "../../words/list.ts";
import { useSections } from "./use-sections.ts";

type Props = { project: string; heading: Heading; onDone: () => void };

const SectionEdit = ({ project, heading, onDone }: Props) => {
  const sections = useSections(project);
  const [name, setName] = useState(heading.name);
  const id = useId();
  const at = sections.placeOf(heading);
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const wanted = name.trim();
    if (wanted === heading.name) return onDone();
    if (wanted !== "" && (await sections.rename(heading, wanted))) onDone();
  };
  return (
    <form className="section-edit" onSubmit={(event) => void save(event)}>
      <label className="unseen" htmlFor={id}>
        {listWords.section.name}
      </label>
      <input
        id={id}
        value={name}
        maxLength={100}
        dir="auto"
        ref={(input) => {
          if (input?.dataset["met"] !== undefined || input === null) return;
          input.dataset["met"] = "";
          input.focus();
          input.select();
        }}
        onChange={(event) => setName(event.target.value)}
      />
      <button className="button button--small" type="submit" disabled={sections.isBusy}>
        {listWords.section.save}
      </button>
      {at >= 0 && (
        <>
          <button
            className="link"
            type="button"
            disabled={at === 0 || sections.isBusy}
            onClick={() => void sections.move(heading, -1)}
          >
            {listWords.section.up}
          </button>
          <button
            className="link"
            type="button"
            disabled={at === sections.count - 1 || sections.isBusy}
            onClick={() => void sections.move(heading, 1)}
          >
            {listWords.section.down}
          </button>
        </>
      )}
      <button
        className="link link--danger"
        type="button"
        title={listWords.section.stay}
        disabled={sections.isBusy}
        onClick={() => void sections.remove(heading).then((done) => done && onDone())}
      >
        {listWords.section.remove}
      </button>
      {sections.problem !== null && (
        <p className="bulk__problem" role="alert">
          {sections.problem}
        </p>
      )}
    </form>
  );
};

export default SectionEdit;
