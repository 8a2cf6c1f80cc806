// German for list.ts.
import type { Words } from "../language.ts";
import type { listWords } from "../list.ts";

const tasks = (count: number): string => `${count} ${count === 1 ? "Aufgabe" : "Aufgaben"}`;

export const list: Words<typeof listWords> = {
  select: {
    bar: "Ausgewählte Aufgaben",
    begin: "Aufgaben auswählen",
    one: (title) => `${title} auswählen`,
    count: (count) => `${count} ausgewählt`,
    said: (count) => (count === 0 ? "Nichts ausgewählt" : `${tasks(count)} ausgewählt`),
    all: "Alle auswählen",
    clear: "Auswahl aufheben",
  },
  act: {
    complete: "Erledigen",
    reopen: "Wieder öffnen",
    date: "Datum",
    priority: "Priorität",
    project: "Projekt",
    tags: "Etiketten",
    remove: "Löschen",
  },
  date: {
    today: "Heute",
    tomorrow: "Morgen",
    "next week": "Nächste Woche",
    to: { today: "heute", tomorrow: "morgen", "next week": "nächste Woche" },
    none: "Ohne Datum",
    typed: "Anderer Tag",
    example: "friday 5pm",
    set: "Festlegen",
    unread: "Das wird nicht als Datum gelesen. Versuch „friday“, „dec 15“ oder „tomorrow 5pm“.",
    repeats:
      "Das wiederholt sich. Hier wird ein Termin gesetzt; öffne eine Aufgabe, um sie zu wiederholen.",
  },
  priority: {
    1: "Priorität 1",
    2: "Priorität 2",
    3: "Priorität 3",
    4: "Ohne Priorität",
  },
  names: {
    noProject: "Ohne Projekt",
    findProject: "Projekt suchen oder benennen",
    findTag: "Etikett suchen oder benennen",
    make: (name) => `Neu: ${name}`,
  },
  section: {
    tasks: "Aufgaben",
    none: "Ohne Abschnitt",
    addTask: "Aufgabe hinzufügen",
    addTaskTo: (name) => `Aufgabe zu ${name} hinzufügen`,
    add: "Abschnitt hinzufügen",
    name: "Name des Abschnitts",
    save: "Speichern",
    change: (name) => `Abschnitt ${name} bearbeiten`,
    up: "Nach oben",
    down: "Nach unten",
    remove: "Abschnitt löschen",
    stay: "Seine Aufgaben bleiben im Projekt.",
    added: (name) => `Abschnitt ${name} hinzugefügt.`,
    renamed: (from, to) => `Abschnitt ${from} in ${to} umbenannt.`,
    moved: (name) => `Abschnitt ${name} verschoben.`,
    removed: (name) => `Abschnitt ${name} gelöscht.`,
  },
  done: {
    complete: (count) => `${tasks(count)} erledigt.`,
    reopen: (count) => `${tasks(count)} wieder geöffnet.`,
    remove: (count) => `${tasks(count)} in den Papierkorb gelegt.`,
    move: (count, to) => `${tasks(count)} verschoben: ${to}.`,
    undated: (count) => `${tasks(count)} ohne Datum.`,
    priority: (count, priority) =>
      priority === 4
        ? `${tasks(count)} ohne Priorität.`
        : `Priorität ${priority} für ${tasks(count)}.`,
    tag: (count, tag) => `@${tag} an ${tasks(count)}.`,
    untag: (count, tag) => `@${tag} von ${tasks(count)} genommen.`,
    unfile: (count) => `${tasks(count)} aus dem Projekt genommen.`,
    waits: " Gesendet wird, sobald die Verbindung wieder da ist.",
  },
  move: {
    several: tasks,
    under: (count, title, parent) =>
      count === 1
        ? `„${title}“ ist jetzt Teil von „${parent}“.`
        : `${tasks(count)} sind jetzt Teil von „${parent}“.`,
    out: (count, title) =>
      count === 1
        ? `„${title}“ steht jetzt weiter außen.`
        : `${tasks(count)} stehen jetzt weiter außen.`,
    placed: (count, title, after) => {
      const what = count === 1 ? `„${title}“` : tasks(count);
      return after === null ? `${what}: jetzt zuerst.` : `${what}: jetzt nach „${after}“.`;
    },
    stays: "Weiter geht es nicht.",
    tooMany:
      "Nichts wurde verschoben: Diese Liste ist lang und anders sortiert. Sortiere sie von Hand, dann lassen sich Aufgaben darin verschieben.",
    byHand: "Jetzt von Hand sortiert.",
    sortByHand: "Von Hand sortieren",
    noRoom: "Nichts wurde verschoben: Zu viele andere Aufgaben müssten mitrücken.",
  },
  tooMany: (count, most) =>
    `Nichts wurde geändert: Das sind ${count} Aufgaben, und höchstens ${most} lassen sich auf einmal ändern.`,
  unless: {
    moved: (title) => `„${title}“ wurde nicht verschoben`,
    changed: (title) => `„${title}“ wurde nicht geändert`,
    completed: (title) => `„${title}“ wurde nicht erledigt`,
    reopened: (title) => `„${title}“ wurde nicht wieder geöffnet`,
    removed: (title) => `„${title}“ wurde nicht gelöscht`,
  },
};
