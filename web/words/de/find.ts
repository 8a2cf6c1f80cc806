// German for find.ts.
import type { findWords } from "../find.ts";
import type { Words } from "../language.ts";

export const find: Words<typeof findWords> = {
  addTask: "Aufgabe hinzufügen",
  commands: "Befehle",
  elsewhere: "Anderswo",
  filter: "Filter",
  found: "Gefunden",
  inTrash: "im Papierkorb",
  isDone: "erledigt",
  lists: "Listen",
  looks: { system: "Farben wie das Gerät", light: "Helle Farben", dark: "Dunkle Farben" },
  rows: { comfortable: "Bequeme Zeilen", compact: "Eine Zeile je Aufgabe" },
  chats: { narrow: "Schmaler Chat", wide: "Breiter Chat", gone: "Chat ausblenden" },
  nothing: "Nichts heißt so.",
  places: {
    all: "Alle Aufgaben",
    inbox: "Eingang",
    today: "Heute",
    upcoming: "Demnächst",
    done: "Erledigt",
    trash: "Papierkorb",
  },
  searchAll: "Aufgaben, Listen und Befehle suchen",
  showKeys: "Tastenkürzel anzeigen",
  talk: "Mit Punctual sprechen",
  undoLast: "Letzte Änderung rückgängig machen",
  keys: {
    control: "Strg",
    shift: "Umschalt",
  },
};
