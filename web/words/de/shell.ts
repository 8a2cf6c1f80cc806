// German for shell.ts.
import type { Words } from "../language.ts";
import type { shellWords } from "../shell.ts";

export const shell: Words<typeof shellWords> = {
  account: "Konto",
  accountOf: (name) => `Konto von ${name}`,
  addOne: {
    project: "Projekt hinzufügen",
    tag: "Etikett hinzufügen",
    filter: "Filter hinzufügen",
  },
  archived: (count) => `Archiviert ${count}`,
  archivedNames: {
    project: "Archivierte Projekte",
    tag: "Archivierte Etiketten",
    filter: "Archivierte Filter",
  },
  changeOne: (name) => `${name} bearbeiten`,
  changesElsewhere: "Änderungen von anderswo",
  chat: "Chat",
  chatSizes: { gone: "Chat anzeigen", narrow: "Chat verbreitern", wide: "Chat ausblenden" },
  dismiss: "Schließen",
  elsewhere: {
    created: (title) => `„${title}“ wurde anderswo hinzugefügt.`,
    completed: (title) => `„${title}“ wurde anderswo erledigt.`,
    reopened: (title) => `„${title}“ wurde anderswo wieder geöffnet.`,
    deleted: (title) => `„${title}“ wurde anderswo in den Papierkorb gelegt.`,
    restored: (title) => `„${title}“ wurde anderswo wiederhergestellt.`,
    changed: (title) => `„${title}“ wurde anderswo geändert.`,
  },
  ended: "Deine Sitzung ist abgelaufen. Melde dich neu an.",
  find: "Suchen",
  hints: {
    project: "Schreib #name in eine Aufgabe, um eines anzulegen.",
    tag: "Schreib @name in eine Aufgabe, um eines anzulegen.",
    filter: "Ein Filter zeigt, wonach du fragst, egal wo es liegt.",
  },
  late: (count) => `${count} überfällig`,
  lists: "Listen",
  listsAndNames: "Listen, Projekte und Etiketten",
  missing: {
    kind: "Nicht da",
    title: "Dieser Teil konnte nicht geladen werden",
    text: "Vielleicht ist die Verbindung weg, oder Punctual wurde inzwischen aktualisiert. Der Rest der Seite läuft weiter, und was du geschrieben hast, bleibt erhalten.",
  },
  moving: "Erinnerungen werden umgestellt …",
  movingBy: (percent) => `Erinnerungen werden umgestellt: ${percent} %`,
  movingWhy: "Deine Erinnerungen werden auf deine neuen Einstellungen umgestellt.",
  names: { project: "Projekte", tag: "Etiketten", filter: "Filter" },
  newVersion: "Eine neue Version von Punctual ist da.",
  notices: "Hinweise",
  opening: "Punctual wird geöffnet …",
  push: {
    ask: "Soll dich dieser Browser auch erinnern, wenn keine Seite offen ist?",
    take: "Ja, benachrichtigen",
    on: "Dieser Browser wird jetzt benachrichtigt, auch wenn keine Seite offen ist.",
    unreachable: "Der Push-Dienst dieses Browsers war nicht erreichbar.",
  },
  reload: "Neu laden",
  search: "Suchen",
  settings: "Einstellungen",
  settingsUnsaved: "Einstellungen, mit nicht gespeicherten Änderungen",
  signOut: "Abmelden",
  signOutAnyway: "Trotzdem abmelden",
  skip: "Zur Liste springen",
  stillIn: (why) => `Du bist noch angemeldet: ${why}`,
  tasks: "Aufgaben",
  today: "Heute",
  unsent: (count) =>
    count === 1
      ? "1 Änderung hat den Server noch nicht erreicht und ginge verloren."
      : `${count} Änderungen haben den Server noch nicht erreicht und gingen verloren.`,
  view: "Ansicht",
  zone: {
    label: "Zeitzone",
    differs: (theirs, here) =>
      `Deine Zeiten werden für ${theirs} angezeigt, dieses Gerät ist in ${here}.`,
    use: (city) => `${city} verwenden`,
    keep: (city) => `${city} behalten`,
    set: "Zeitzone festlegen",
    none: "Keine: meine Uhr, egal wo ich bin",
    forYou: (when) => `${when} bei dir`,
  },
};
