// What is said of the change just made: "same with the dentist", "no, I meant the eye doctor", "and p2", "better monday". Called by grammar.ts.
import type { Interpretation } from "../../interpretation.ts";
import { lastChange } from "../../reading/last-change.ts";
import type { Rule, Scene } from "../../scene.ts";
import { another, instead } from "./another-task.ts";
import { takenBack } from "./taken-back.ts";
import { otherValues } from "./other-values.ts";

/** A longer message stands for itself. */
const maxMessage = 100;

/** Null when the message does not lean on the turn before. `read` reads one order. */
export const followUp = (message: string, scene: Scene, read: Rule): Interpretation | null => {
  if (message.length > maxMessage || /[?\n]/.test(message)) return null;
  const last = lastChange(scene);
  if (!last) return null;
  return (
    takenBack(message, last) ??
    otherValues(message, last, scene) ??
    another(message, last, scene, read) ??
    instead(message, last, scene, read)
  );
};
