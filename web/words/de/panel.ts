// German for panel.ts. What one can type as a date stays English while its reader knows English only.
import type { Words } from "../language.ts";
import type * as english from "../panel.ts";

export const panel: Words<typeof english.panel> = {
  kind: "Aufgabe",
  close: "Aufgabe schließen",
  formOf: (title) => `Details von ${title}`,
  title: "Titel",
  notes: "Notizen",
  history: "Verlauf",
  delete: "Löschen",
};

export const saving: Words<typeof english.saving> = {
  saved: "Gespeichert",
  saving: "Speichern …",
  kept: "Auf diesem Gerät behalten",
  unsaved: (names) => `Nicht gespeichert: ${names.join(", ")}`,
  staysTyped: "Es bleibt, wie du es geschrieben hast, auch wenn du die Aufgabe schließt.",
  putBack: (name) => `Zurücksetzen: ${name}`,
  putBackShort: "Zurücksetzen",
  choose: "Wählen",
  save: "Speichern",
  look: "Ansehen",
  discard: "Verwerfen",
  changedToo: "auf deinem anderen Gerät geändert",
  conflict: "Auch auf deinem anderen Gerät geändert",
};

export const wrong: Words<typeof english.wrong> = {
  noTitle: "Eine Aufgabe braucht einen Titel.",
  noDay: "Wähle den Tag zu dieser Uhrzeit.",
  noFirstDay: "Wähle den Tag, an dem es beginnt.",
  tooManyTags: "Eine Aufgabe hat höchstens 50 Etiketten.",
  duration: "Schreib, wie lange sie dauert, etwa „45 min“ oder „1h30“.",
};

export const scope: Words<typeof english.scope> = {
  asks: "Diese Aufgabe wiederholt sich. Verschieben:",
  this: "Nur diesen Termin",
  following: "Diesen und alle folgenden",
};

export const fields: Words<typeof english.fields> = {
  due: "Fällig",
  noDue: "Ohne Datum",
  deadline: "Frist",
  noDeadline: "Ohne Frist",
  duration: "Dauer",
  durationHint: "45 min, 1h30",
  durations: [15, 30, 60, 120],
  priority: "Priorität",
  priorities: { 1: "p1", 2: "p2", 3: "p3", 4: "Keine" },
  priorityNames: { 1: "p1, zuerst", 2: "p2, bald", 3: "p3, später", 4: "Keine Priorität" },
  project: "Projekt",
  noProject: "Ohne Projekt",
  newProject: (name) => `Neues Projekt „${name}“`,
  section: "Abschnitt",
  noSection: "Ohne Abschnitt",
  tags: "Etiketten",
  addTag: "Etikett hinzufügen",
  removeTag: (tag) => `Etikett ${tag} entfernen`,
  newTag: (name) => `Neues Etikett „${name}“`,
  person: "Person",
  nobody: "Niemand",
  newPerson: (name) => `„${name}“`,
  known: (label) => `${label}: bekannte Namen`,
  showAll: (label) => `Alle anzeigen: ${label}`,
};

export const dates: Words<typeof english.dates> = {
  dueOf: (title) => `Fälligkeit von ${title}`,
  deadlineOf: (title) => `Frist von ${title}`,
  typed: "Datum schreiben",
  typedHint: "fri 9am, in 3 days, every monday",
  typedDayHint: "fri, in 3 days, 1 dec",
  days: {
    today: "Heute",
    tomorrow: "Morgen",
    weekend: "Wochenende",
    nextWeek: "Nächste Woche",
  },
  none: "Ohne Datum",
  time: "Uhrzeit",
  timeHint: "9:30",
  wrongTime: "Schreib eine Uhrzeit wie 9:30 oder 17:00.",
  noTime: "Ohne Uhrzeit",
  done: "Fertig",
  notRead: "Das ist noch kein Datum.",
  notAll: (rest) => `„${rest}“ ist kein Teil eines Datums.`,
  enter: (said) => `Eingabe: ${said}`,
  left: (text) => `Geschrieben und nicht übernommen: „${text}“`,
  forYou: (said) => `${said} bei dir`,
  monthBefore: "Voriger Monat",
  monthAfter: "Nächster Monat",
  coming: "Der Kalender wird geladen …",
};

export const parts: Words<typeof english.parts> = {
  name: "Unteraufgaben",
  partOf: (title) => `Teil von ${title}`,
  progress: (done, of) => `${done} von ${of}`,
  newOf: (title) => `Neue Unteraufgabe von ${title}`,
  hint: "Unteraufgabe hinzufügen: call Bob friday",
  add: "Hinzufügen",
  understood: (said) => `Enter fügt hinzu: ${said}`,
};

export const notes: Words<typeof english.notes> = {
  edit: "Bearbeiten",
  hint: "Notizen, gern in Markdown",
  picture: "Bild",
  box: "Ein Kästchen",
};

export const series: Words<typeof english.series> = {
  skipMissed: "Einen verpassten Termin überspringen, sobald der nächste kommt",
  skip: "Diesen überspringen",
  stop: "Nicht mehr wiederholen",
  end: "Endgültig erledigt",
};

export const draftFields: Words<typeof english.draftFields> = {
  day: "Tag",
  time: "Uhrzeit",
  priority: "Priorität",
  priorities: { 1: "p1 · zuerst", 2: "p2 · bald", 3: "p3 · später", 4: "keine" },
  project: "Projekt",
  projectHint: "zuhause",
  tags: "Etiketten",
  tagsHint: "besorgung, telefon",
  person: "Person",
  personHint: "niemand",
};
