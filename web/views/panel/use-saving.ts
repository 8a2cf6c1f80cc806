// Saves the fields of a task by themselves: when they are left, after a pause while typing, and before they are out of sight. Called by editor.tsx.
import { type FocusEvent, useEffect, useEffectEvent, useRef } from "react";
import type { Scope } from "../../../domain/command.ts";
import { calmFor, savedWhenLeft } from "../../drafts/autosave.ts";
import type { Draft } from "../../drafts/draft.ts";
import { byField, type FieldName } from "../../drafts/edit.ts";
import { type Edit, equal } from "../../drafts/three-way.ts";
import type { useUnsaved } from "../tasks/use-unsaved.ts";

type Unsaved = Pick<
  ReturnType<typeof useUnsaved>,
  "read" | "set" | "save" | "tidy" | "typed" | "left"
>;

/** What is put together in several steps: leaving one of its inputs does not end it. */
const inSteps: FieldName[] = ["recurrence", "onMissed"];

export type Saving = ReturnType<typeof useSaving>;

/** How long what can be saved and nobody types at is waited with, ms: what a reload left, or what has just been settled. */
const settledMs = 1_000;

const isTyping = (): boolean =>
  document.activeElement instanceof HTMLInputElement ||
  document.activeElement instanceof HTMLTextAreaElement;

/** What is being chosen is saved when its dialog is closed, with all that waits. */
const isChoosing = (): boolean => document.querySelector(".editor dialog[open]") !== null;

export const useSaving = ({ read, set, save, tidy, typed, left }: Unsaved) => {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const composing = useRef(false);
  const savedAt = useRef<Partial<Record<FieldName, number>>>({});

  const stop = (): void => {
    clearTimeout(timer.current);
    timer.current = undefined;
  };
  const flush = (scope?: Scope, except?: readonly FieldName[]): void => {
    if (except === undefined) stop();
    for (const field of save(scope, except)) savedAt.current[field] = Date.now();
  };
  const onCalm = useEffectEvent((): void => {
    // The letters an input method puts together are nobody's words yet: its next one begins the pause anew.
    if (composing.current || isChoosing()) return;
    flush(undefined, isTyping() ? savedWhenLeft : undefined);
  });
  const wait = (ms: number): void => {
    stop();
    timer.current = setTimeout(() => {
      timer.current = undefined;
      onCalm();
    }, ms);
  };
  /** Keeps what is typed; it is saved after a pause, or when it is left. */
  const type = (change: Partial<Draft>): void => {
    const before = byField(read());
    set({ ...read(), ...change });
    const after = byField(read());
    const fields = (Object.keys(after) as FieldName[]).filter(
      (field) => !equal(after[field], before[field]),
    );
    const last = Math.max(0, ...fields.map((field) => savedAt.current[field] ?? 0));
    const ms = calmFor(fields, Date.now() - last);
    if (ms !== null) wait(ms);
  };

  // A name that is half typed is another name: it stays typed.
  const onHidden = useEffectEvent(() => {
    if (!isChoosing()) flush(undefined, isTyping() ? savedWhenLeft : undefined);
  });
  useEffect(() => {
    const hide = (): void => {
      if (document.visibilityState === "hidden") onHidden();
    };
    const leave = (): void => onHidden();
    document.addEventListener("visibilitychange", hide);
    addEventListener("pagehide", leave);
    return () => {
      document.removeEventListener("visibilitychange", hide);
      removeEventListener("pagehide", leave);
    };
  }, []);
  const ready = typed.ready.join();
  const onReady = useEffectEvent((stood: Edit): void => {
    // Typed on meanwhile, here or elsewhere, it is not what was left.
    if (timer.current === undefined && left() === stood) onCalm();
  });
  const leftNow = useEffectEvent(left);
  useEffect(() => {
    const stood = ready === "" ? null : leftNow();
    if (stood === null) return undefined;
    const settled = setTimeout(() => onReady(stood), settledMs);
    return () => clearTimeout(settled);
  }, [ready]);
  const latest = useRef({ save, tidy });
  useEffect(() => {
    latest.current = { save, tidy };
  });
  // Closed, or another task is opened.
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      latest.current.tidy();
      latest.current.save();
    },
    [],
  );

  return {
    type,
    /** Takes what was picked, and saves it. */
    pick: (change: Partial<Draft>): void => {
      type(change);
      flush();
    },
    flush,
    /** For what stands around the fields. */
    around: {
      onBlur: (event: FocusEvent<HTMLElement>): void => {
        if (event.target.closest("dialog") !== null) return; // what is chosen there is saved when that is closed
        const to = event.relatedTarget;
        const stays = to instanceof Element && to.closest("[data-steps]") !== null;
        // Another window is in front: nothing was left, and a name may be half typed.
        if (!document.hasFocus()) return flush(undefined, [...savedWhenLeft, ...inSteps]);
        tidy(inSteps); // a rule that means the same may be on its way to another
        flush(undefined, stays ? inSteps : undefined);
      },
      onCompositionStart: (): void => {
        composing.current = true;
      },
      onCompositionEnd: (): void => {
        composing.current = false;
      },
    },
  };
};
