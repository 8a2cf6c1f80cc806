// German for shared.ts.
import type { Words } from "../language.ts";
import type { sharedWords } from "../shared.ts";

export const shared: Words<typeof sharedWords> = {
  add: "Hinzufügen",
  back: "Zurück",
  cancel: "Abbrechen",
  change: "Ändern",
  close: "Schließen",
  delete: "Löschen",
  discard: "Verwerfen",
  done: "Erledigt",
  keepIt: "Behalten",
  name: "Name",
  oneMoment: "Einen Moment …",
  redo: "Wiederholen",
  remove: "Entfernen",
  save: "Speichern",
  showMore: "Mehr anzeigen",
  signIn: "Anmelden",
  takeBack: "Zurücknehmen",
  takenBack: "rückgängig gemacht",
  tryAgain: "Erneut versuchen",
  undo: "Rückgängig",
  tasks: (count) => (count === 1 ? "1 Aufgabe" : `${count} Aufgaben`),
  and: (all) =>
    all.length < 2 ? (all[0] ?? "") : `${all.slice(0, -1).join(", ")} und ${all.at(-1)}`,
};
