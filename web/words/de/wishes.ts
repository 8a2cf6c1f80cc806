// German for wishes.ts.
import type { Words } from "../language.ts";
import type { wishesWords } from "../wishes.ts";

export const wishes: Words<typeof wishesWords> = {
  not: {
    added: (title) => `„${title}“ wurde nicht hinzugefügt`,
    changed: (title) => `„${title}“ wurde nicht geändert`,
    reopened: (title) => `„${title}“ wurde nicht wieder geöffnet`,
    completed: (title) => `„${title}“ wurde nicht erledigt`,
    skipped: (title) => `„${title}“ wurde nicht übersprungen`,
    deleted: (title) => `„${title}“ wurde nicht gelöscht`,
    moved: (title) => `„${title}“ wurde nicht verschoben`,
    dismissed: (title) => `„${title}“ wurde nicht geschlossen`,
    snoozed: (title) => `„${title}“ wurde nicht auf später gelegt`,
  },
  completed: (title) => `„${title}“ erledigt.`,
  skipped: (title) => `„${title}“ dieses Mal übersprungen.`,
  deleted: (title) => `„${title}“ in den Papierkorb gelegt.`,
  next: (when) => ` Nächster Termin: ${when}.`,
  nothing: {
    undo: "Auf dieser Seite gibt es nichts rückgängig zu machen.",
    redo: "Auf dieser Seite gibt es nichts zu wiederholen.",
  },
  onWay: "Die letzte Änderung ist unterwegs. Ist sie angekommen, kannst du sie rückgängig machen.",
  takenBack: (unless) => `Rückgängig gemacht: ${unless}.`,
  collided: "Es wurde auch anderswo geändert; nichts ist verloren: Wähle, was bleiben soll",
  collidedPlace:
    "Inzwischen wurde es anderswo unter eine andere Aufgabe gestellt oder aus einer herausgenommen. Verschiebe es noch einmal, wenn du das weiterhin willst",
  collidedField: "wurde auch anderswo geändert",
  pick: { time: "Wähle den Tag zu dieser Uhrzeit.", repeat: "Wähle den Tag, an dem es beginnt." },
  settings: {
    saved: "Einstellungen gespeichert.",
    moved: (count) =>
      `Einstellungen gespeichert. ${count} ${count === 1 ? "Erinnerung kommt" : "Erinnerungen kommen"} jetzt zu einer anderen Zeit.`,
  },
  conflicts: {
    title: "Auch anderswo geändert",
    mine: "Meins",
    theirs: "Das andere",
    keep: "Meins behalten",
    take: "Das andere nehmen",
  },
};
