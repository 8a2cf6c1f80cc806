// Makes or changes a project, a tag or a saved filter, and takes it away. Loaded when it is first opened; called by shell/names.tsx and the filter.
import { type FormEvent, useState } from "react";
import { same } from "../../places/belongs.ts";
import { useAppState, useWorkspace } from "../context.ts";
import { Drawer } from "../drawer.tsx";
import { Field } from "../field.tsx";
import { useWhere } from "../where.ts";
import { ColourField } from "./colour.tsx";
import { type Edited, type Form, merge, remove, save } from "./orders.ts";
import { Remove } from "./remove.tsx";
import { useChange } from "./use-change.ts";
import { directoryWords } from "../../words/directory.ts";
import { sharedWords } from "../../words/shared.ts";

type Props = { edited: Edited; onClose: () => void };

const Edit = ({ edited, onClose }: Props) => {
  const { punctual } = useWorkspace();
  const { directory } = useAppState();
  const { place, go } = useWhere();
  const { problem, isBusy, change } = useChange();
  const { kind, ref } = edited;
  const [form, setForm] = useState<Form>(edited);
  const name = form.name.trim();
  const set = (some: Partial<Form>): void => setForm({ ...form, ...some });
  const isShown = kind !== "filter" && place.is === kind && same(place.name, edited.name);
  const all = kind === "project" ? directory.projects : directory.tags;
  const taken =
    kind !== "filter" &&
    ref !== null &&
    !same(name, edited.name) &&
    all.some((one) => same(one.name, name));

  const done = (to: string): void => {
    if (isShown) go({ is: kind, name: to });
    onClose();
  };
  const submit = async (): Promise<void> => {
    const said = directoryWords[ref === null ? "made" : "changed"][kind](name);
    if (await change(save(punctual, edited, { ...form, name }), said)) done(name);
  };
  const join = async (): Promise<void> => {
    if (
      ref !== null &&
      (await change(merge(punctual, kind, ref, name), directoryWords.merged(name)))
    )
      done(name);
  };
  const leave = async (tasks: "inbox" | "trash"): Promise<void> => {
    if (ref === null) return;
    if (!(await change(remove(punctual, kind, ref, tasks), directoryWords.deleted(edited.name))))
      return;
    if (isShown || (place.is === "saved" && place.id === ref)) go({ is: "all" });
    onClose();
  };
  return (
    <Drawer
      kind={directoryWords[ref === null ? "new" : "kinds"][kind]}
      title={ref === null ? directoryWords.ask : edited.name}
      onClose={onClose}
    >
      <form
        className="settings"
        aria-label={directoryWords.kinds[kind]}
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          if (name !== "") void submit();
        }}
      >
        <Field
          id="name-name"
          label={sharedWords.name}
          value={form.name}
          maxLength={100}
          onChange={(value) => set({ name: value })}
        />
        {kind === "filter" && (
          <Field
            id="name-query"
            label={directoryWords.query}
            value={form.query}
            maxLength={1_000}
            placeholder={directoryWords.queryExample}
            hint={directoryWords.queryHint}
            onChange={(query) => set({ query })}
          />
        )}
        <ColourField value={form.colour} onColour={(colour) => set({ colour })} />
        {kind === "project" && ref !== null && (
          <label className="check">
            <input
              type="checkbox"
              checked={form.archived}
              onChange={(event) => set({ archived: event.target.checked })}
            />
            {directoryWords.archived}
          </label>
        )}
        {problem !== null && (
          <p className="error" role="alert">
            {problem}
          </p>
        )}
        <div className="settings__save">
          <button className="button button--primary" type="submit" disabled={isBusy || name === ""}>
            {ref === null ? sharedWords.add : sharedWords.save}
          </button>
          {taken && (
            <button className="button" type="button" disabled={isBusy} onClick={() => void join()}>
              {directoryWords.merge(name)}
            </button>
          )}
        </div>
      </form>
      {ref !== null && (
        <Remove
          kind={kind}
          name={edited.name}
          isBusy={isBusy}
          onRemove={(tasks) => void leave(tasks)}
        />
      )}
    </Drawer>
  );
};

export default Edit;
