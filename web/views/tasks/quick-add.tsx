// Adds a task by hand: a title and Enter; more fields on request. Called by list.tsx.
import { type FormEvent, useState } from "react";
import { useWorkspace } from "../context.ts";
import { Icon } from "../icon.tsx";
import { useEscape } from "../use-keys.ts";
import { draftProblem, emptyDraft, fieldsOf } from "./draft.ts";
import { DraftFields } from "./fields.tsx";

const titleLimit = 500;

export const QuickAdd = () => {
  const { wishes } = useWorkspace();
  const [title, setTitle] = useState("");
  const [draft, setDraft] = useState(emptyDraft);
  const [open, setOpen] = useState(false);
  const [problem, setProblem] = useState<ReturnType<typeof draftProblem>>(null);

  useEscape(open, () => setOpen(false));
  const add = (): void => {
    const wrong = draftProblem(draft);
    setProblem(wrong);
    if (title.trim() === "" || wrong !== null) return;
    void wishes.create({ ...fieldsOf(draft), title: title.trim() });
    setTitle("");
    setDraft(emptyDraft);
  };
  return (
    <form
      className="quick-add"
      aria-label="Add a task"
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        add();
      }}
    >
      <div className="quick-add__line">
        <Icon name="plus" />
        <label className="unseen" htmlFor="quick-add">
          New task
        </label>
        <input
          id="quick-add"
          value={title}
          maxLength={titleLimit}
          autoComplete="off"
          placeholder="Add a task"
          onKeyDown={(event) => event.key === "Escape" && event.currentTarget.blur()}
          onChange={(event) => setTitle(event.target.value)}
        />
        <kbd aria-hidden="true">n</kbd>
        <button
          className="icon-button"
          type="button"
          aria-expanded={open}
          aria-label="Day, priority, project, tags"
          title="Day, priority, project, tags"
          onClick={() => setOpen(!open)}
        >
          <Icon name="more" />
        </button>
        <button className="button button--small" type="submit" disabled={title.trim() === ""}>
          Add
        </button>
      </div>
      {open && <DraftFields prefix="new" draft={draft} problem={problem} onDraft={setDraft} />}
    </form>
  );
};
