// The quick-add line at work: what is typed, what it means, and what Enter does. Called by quick-add.tsx.
import { useDeferredValue, useMemo, useRef, useState } from "react";
import { newId } from "../../api/punctual.ts";
import { emptyLine, type Line, type Plain, retyped, toggled } from "../../quick-add/line.ts";
import { namesOf, sectionsIn } from "../../quick-add/names.ts";
import { saidFields } from "../../../domain/language/quick-add-fields.ts";
import { type PastedLine, linesOf } from "../../quick-add/pasted.ts";
import type { World } from "../../quick-add/reader.ts";
import { givenBy } from "../../places/belongs.ts";
import type { Place } from "../../places/place.ts";
import { useAppState, useNow, useWorkspace } from "../context.ts";
import { type Draft, draftProblem, emptyDraft, fieldsOf } from "../../drafts/draft.ts";
import { useDraft } from "../use-draft.ts";
import { addLines } from "./add-lines.ts";
import { loadReader, useReader } from "./use-reader.ts";

export type QuickAddState = ReturnType<typeof useQuickAdd>;

export const useQuickAdd = (place: Place) => {
  const { drafts, wishes, settings } = useWorkspace();
  const { tasks, directory } = useAppState();
  const { at, wall } = useNow();
  const [line, setLine] = useDraft<Line>("quick-add/line", emptyLine);
  const [draft, setDraft] = useDraft<Draft>("quick-add/details", emptyDraft);
  const [pasted, setPasted] = useState<PastedLine[] | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [draftWrong, setDraftWrong] = useState<ReturnType<typeof draftProblem>>(null);
  const reader = useReader(line.text !== "");
  const names = useMemo(() => namesOf([...tasks.values()], directory), [tasks, directory]);
  const today = wall.slice(0, 10);
  const here = useMemo(() => givenBy(place, today), [place, today]);
  const world = useMemo<World>(
    () => ({ at, settings, names, here, filled: fieldsOf(draft) }),
    [at, settings, names, here, draft],
  );
  const isBlank = line.text.trim() === "";
  const read = useMemo(
    () => (reader === null ? null : (one: Line) => reader.readLine(one, world)),
    [reader, world],
  );
  // On a slow phone the parser is slower than the fingers: the letters come first, what they mean a moment later.
  const shown = useDeferredValue(line);
  const reading = useMemo(
    () => (isBlank || read === null ? null : read(shown)),
    [isBlank, read, shown],
  );

  /** What can be completed: of headings those of the project that is meant. */
  const offered = useMemo(() => {
    const project = reading?.said.project ?? here.project ?? null;
    return { ...names, sections: sectionsIn(names, project) };
  }, [names, reading, here]);

  const change = (next: Line): void => {
    setLine(next.text === "" ? emptyLine : next);
    setProblem(null);
  };
  const clear = (): void => {
    change(emptyLine);
    setDraft(emptyDraft);
  };
  const waiting = useRef(false);
  /** What is shown is what is added; before the parser is there, that is nothing yet, so it is waited for. */
  const add = async (): Promise<void> => {
    const wrong = draftProblem(draft);
    setDraftWrong(wrong);
    if (isBlank || wrong !== null || waiting.current) return;
    waiting.current = true;
    const meant = await loadReader().then(
      (it) => it.readLine(line, world),
      () => null,
    );
    waiting.current = false;
    if (meant !== null && meant.problem !== null) return setProblem(meant.problem);
    const title = line.text.trim();
    const task =
      meant === null ? { ...here, ...world.filled, title } : saidFields(meant.said, newId);
    clear();
    if (await wishes.create(task)) return;
    // Refused, the words come back, unless the person has begun with others: then the notice keeps them.
    if (drafts.read("quick-add/line", emptyLine).text !== "") return;
    setLine(line);
    setDraft(draft);
  };

  /** Without the parser the lines are titles as they stand: nothing that was pasted is lost. */
  const addPasted = async (lines: readonly PastedLine[]): Promise<void> => {
    if (waiting.current) return;
    waiting.current = true;
    const it = await loadReader().catch(() => null);
    waiting.current = false;
    const reads = it === null ? null : (text: Line) => it.readLine(text, world);
    addLines(lines, wishes, reads, { ...here, ...world.filled });
    setPasted(null);
    clear();
  };

  return {
    line,
    shown,
    read,
    reading,
    names: offered,
    draft,
    draftWrong,
    problem,
    pasted,
    add,
    setDraft,
    type: (text: string): void => change(retyped(line, text)),
    toggle: (chip: Plain): void => change(toggled(line, chip)),
    /** True when the text is several lines: they are offered as tasks. */
    paste: (text: string): boolean => {
      const lines = linesOf(text);
      if (lines.length < 2) return false;
      setPasted(lines);
      return true;
    },
    leavePasted: (): void => setPasted(null),
    addPasted,
  };
};
