// German for directory.ts. What one can type in a filter stays as the filter language has it.
import type { directoryWords } from "../directory.ts";
import type { Words } from "../language.ts";

export const directory: Words<typeof directoryWords> = {
  kinds: { project: "Projekt", tag: "Etikett", filter: "Filter" },
  new: { project: "Neues Projekt", tag: "Neues Etikett", filter: "Neuer Filter" },
  made: {
    project: (name) => `Projekt „${name}“ angelegt.`,
    tag: (name) => `Etikett „${name}“ angelegt.`,
    filter: (name) => `Filter „${name}“ angelegt.`,
  },
  changed: {
    project: (name) => `Projekt „${name}“ geändert.`,
    tag: (name) => `Etikett „${name}“ geändert.`,
    filter: (name) => `Filter „${name}“ geändert.`,
  },
  merged: (name) => `Jetzt in „${name}“.`,
  deleted: (name) => `„${name}“ gelöscht.`,
  tasksToo: (count) =>
    count === 1 ? " 1 Aufgabe wurde mit geändert." : ` ${count} Aufgaben wurden mit geändert.`,
  ask: "Wie heißt es?",
  query: "Zeigt Aufgaben mit",
  queryExample: "overdue & p1",
  queryHint: "Zum Beispiel: overdue & p1, #home | @errand, due before: friday",
  archived: "Archiviert: aus dem Weg, die Aufgaben bleiben",
  merge: (name) => `Mit „${name}“ zusammenlegen`,
  colour: "Farbe",
  noColour: "Keine",
  colours: {
    red: "Rot",
    orange: "Orange",
    yellow: "Gelb",
    green: "Grün",
    teal: "Petrol",
    blue: "Blau",
    purple: "Lila",
    pink: "Rosa",
    brown: "Braun",
    grey: "Grau",
  },
  remove: {
    begin: (name) => `${name} löschen`,
    sure: (name) => `${name} löschen?`,
    project: "Was wird aus den Aufgaben?",
    tag: "Das Etikett wird von seinen Aufgaben genommen, sie bleiben.",
    filter: "Die Aufgaben bleiben.",
    toInbox: "In den Eingang verschieben",
    too: "Mit löschen",
  },
};
