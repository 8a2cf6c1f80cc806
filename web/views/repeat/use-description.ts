// How a task repeats, in words: said here where the page can, else asked of the server once a rule. Called by chips.tsx.
import { useEffect, useState } from "react";
import type { Recurrence } from "../../../domain/recurrence.ts";
import { sayRecurrence } from "../../repeat/say.ts";
import { useWorkspace } from "../context.ts";
import { repeatWords } from "../../words/repeat.ts";

/** What the server has said of a rule, for as long as the page lives. */
const said = new Map<string, string>();

/** The description; "repeats" until the server has answered. */
export const useDescription = (recurrence: Recurrence): string => {
  const { punctual, settings } = useWorkspace();
  const [, setCount] = useState(said.size);
  const own = sayRecurrence(recurrence);
  const key = own === null ? JSON.stringify(recurrence) : null;
  useEffect(() => {
    if (key === null || said.has(key)) return;
    said.set(key, ""); // asked for: the rows with the same rule wait for one answer
    const of = {
      recurrence: JSON.parse(key) as Recurrence,
      start: "2026-01-01",
      zone: settings.timeZone,
      count: 1,
    };
    void punctual.previewRecurrence(of).then((answer) => {
      if (answer.ok) said.set(key, answer.value.description);
      setCount((count) => count + 1);
    });
  }, [punctual, key, settings.timeZone]);
  return own ?? (said.get(key ?? "") || repeatWords.repeats);
};
