// Adds a section to a project. Called by section-foot.tsx.
import { type FormEvent, useId, useState } from "react";
import { listWords } from "../../words/list.ts";
import { Icon } from "../icon.tsx";
import { useEscape } from "../use-keys.ts";
import { useSections } from "./use-sections.ts";

export const SectionAdd = ({ project }: { project: string }) => {
  const sections = useSections(project);
  const [name, setName] = useState<string | null>(null);
  const id = useId();
  useEscape(name !== null, () => setName(null));
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const wanted = name?.trim() ?? "";
    if (wanted !== "" && (await sections.add(wanted))) setName(null);
  };
  if (name === null)
    return (
      <button className="link section-add" type="button" onClick={() => setName("")}>
        <Icon name="plus" /> {listWords.section.add}
      </button>
    );
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
        placeholder={listWords.section.name}
        ref={(input) => {
          if (name === "") input?.focus();
        }}
        onChange={(event) => setName(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== "Escape" || event.nativeEvent.isComposing) return;
          event.preventDefault();
          setName(null);
        }}
      />
      <button className="button button--small" type="submit" disabled={sections.isBusy}>
        {listWords.section.add}
      </button>
      {sections.problem !== null && (
        <p className="bulk__problem" role="alert">
          {sections.problem}
        </p>
      )}
    </form>
  );
};
