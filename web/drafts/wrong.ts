// Why a field of the form cannot be saved as it stands. Pure; called by autosave.ts and the views.
import { readDuration } from "../pick/duration.ts";
import { wrong } from "../words/panel.ts";
import type { Draft } from "./draft.ts";
import { tagsOf } from "./draft.ts";
import type { FieldName } from "./edit.ts";

const rules: Partial<Record<FieldName, (draft: Draft) => string | null>> = {
  title: ({ title }) => (title.trim() === "" ? wrong.noTitle : null),
  due: ({ date, time }) => (date === "" && time !== "" ? wrong.noDay : null),
  durationMinutes: ({ duration }) => (readDuration(duration) === undefined ? wrong.duration : null),
  recurrence: ({ date, repeat }) => (date === "" && repeat !== null ? wrong.noFirstDay : null),
  tags: ({ tags }) => (tagsOf(tags).length > 50 ? wrong.tooManyTags : null),
};

/** What is wrong with a field, as a sentence; null when it can be saved. */
export const wrongWith = (field: FieldName, draft: Draft): string | null =>
  rules[field]?.(draft) ?? null;
