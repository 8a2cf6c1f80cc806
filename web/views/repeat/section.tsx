// Everything about the repetition of one task: its rule, its next dates, and ways to skip or end it. Called by editor.tsx.
import { useId } from "react";
import type { Task } from "../../../domain/task.ts";
import { type Repeat, writeRepeat } from "../../repeat/rule.ts";
import { useNow, useWorkspace } from "../context.ts";
import { series } from "../../words/panel.ts";
import { Icon } from "../icon.tsx";
import type { Draft } from "../../drafts/draft.ts";
import { RepeatField } from "./field.tsx";
import { Preview } from "./preview.tsx";

type Props = { task: Task; draft: Draft; onDraft: (draft: Draft) => void; onClose: () => void };

/** The rule with as many times as are left from the task's present date on. */
const fromHere = (repeat: Repeat, position: number): Repeat =>
  repeat.ends.kind === "after"
    ? { ...repeat, ends: { kind: "after", count: Math.max(1, repeat.ends.count - position + 1) } }
    : repeat;

export const RepeatSection = ({ task, draft, onDraft, onClose }: Props) => {
  const { settings } = useWorkspace();
  const { wall } = useNow();
  const id = useId();
  const { repeat, date, time } = draft;
  const today = wall.slice(0, 10);
  const zone = draft.zone || settings.timeZone;
  return (
    <>
      <RepeatField
        repeat={repeat}
        day={date || today}
        onRepeat={(next) =>
          onDraft({ ...draft, repeat: next, date: next === null ? date : date || today })
        }
      />
      {repeat !== null && (
        <>
          <Preview
            recurrence={writeRepeat(fromHere(repeat, task.occurrence?.position ?? 1))}
            start={time === "" ? date || today : `${date || today}T${time}`}
            zone={zone}
          />
          <div className="check">
            <input
              id={`${id}-missed`}
              type="checkbox"
              checked={draft.onMissed === "skip"}
              onChange={({ target }) =>
                onDraft({ ...draft, onMissed: target.checked ? "skip" : "keep" })
              }
            />
            <label htmlFor={`${id}-missed`}>{series.skipMissed}</label>
          </div>
        </>
      )}
      {task.recurrence !== null && <SeriesActions task={task} onClose={onClose} />}
    </>
  );
};

const SeriesActions = ({ task, onClose }: Pick<Props, "task" | "onClose">) => {
  const { wishes } = useWorkspace();
  const andClose = (wish: Promise<boolean>): void => {
    void wish;
    onClose();
  };
  return (
    <div className="editor__actions">
      <button className="link" type="button" onClick={() => andClose(wishes.skip(task))}>
        <Icon name="skip" /> {series.skip}
      </button>
      <button
        className="link"
        type="button"
        onClick={() => andClose(wishes.patch(task, { recurrence: null }))}
      >
        {series.stop}
      </button>
      <button
        className="link"
        type="button"
        onClick={() => andClose(wishes.complete(task, { forever: true }))}
      >
        <Icon name="check" /> {series.end}
      </button>
    </div>
  );
};
