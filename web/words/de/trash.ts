// German for trash.ts.
import { trashDays } from "../../../domain/trash.ts";
import type { Words } from "../language.ts";
import type { trashWords } from "../trash.ts";

const tasks = (count: number): string => (count === 1 ? "1 Aufgabe" : `${count} Aufgaben`);

export const trash: Words<typeof trashWords> = {
  looking: "Der Papierkorb wird durchgesehen …",
  stays: `Was du löschst, bleibt ${trashDays} Tage hier, dann wird es endgültig gelöscht.`,
  restore: "Wiederherstellen",
  restoreOf: (title) => `${title} wiederherstellen`,
  restored: (title) => `„${title}“ wiederhergestellt.`,
  notRestored: (title, why) => `„${title}“ wurde nicht wiederhergestellt. ${why}`,
  deletedOn: (day) => `Gelöscht ${day}`,
  older: "Ältere anzeigen",
  undo: "Rückgängig",
  forGood: "Endgültig löschen",
  forGoodOf: (title) => `Endgültig löschen: ${title}`,
  empty: "Papierkorb leeren",
  askOne: (title) => `„${title}“ endgültig löschen?`,
  askAll: (count) => `${tasks(count)} endgültig löschen?`,
  cannotUndo: "Das lässt sich nicht rückgängig machen: Nichts bringt es zurück.",
  yesOne: "Ja, endgültig löschen",
  yesAll: (count) => `Ja, ${tasks(count)} endgültig löschen`,
  keepOne: "Behalten",
  keepAll: "Alle behalten",
  emptying: (left) => `Der Papierkorb wird geleert: noch ${tasks(left)} …`,
  emptied: (count) => `${tasks(count)} endgültig gelöscht.`,
  goneForGood: (title) => `„${title}“ ist endgültig gelöscht.`,
  notEmptied: (why) => `Der Papierkorb ist noch nicht leer. ${why}`,
  notDeleted: (title, why) => `„${title}“ wurde nicht gelöscht. ${why}`,
  stuck: "Einige Aufgaben konnten jetzt nicht gelöscht werden; versuch es gleich noch einmal.",
};
