// German for lists.ts. What one can type stays English: its readers know English only.
import type { Words } from "../language.ts";
import type { listsWords } from "../lists.ts";

export const lists: Words<typeof listsWords> = {
  list: "Aufgaben",
  sections: {
    overdue: "Überfällig",
    today: "Heute",
    upcoming: "Demnächst",
    someday: "Ohne Datum",
    noProject: "Ohne Projekt",
    tasks: "Aufgaben",
    done: "Erledigt",
  },
  priorities: { p1: "Priorität 1", p2: "Priorität 2", p3: "Priorität 3", p4: "Ohne Priorität" },
  groupings: {
    date: "Überfällig, heute, später",
    day: "Tag",
    project: "Projekt",
    section: "Abschnitt",
    priority: "Priorität",
    none: "Nicht gruppiert",
  },
  orders: {
    due: "Fälligkeit",
    priority: "Priorität",
    title: "Titel",
    added: "Neueste zuerst",
    hand: "Von Hand",
  },
  arrange: {
    title: "Wie die Liste angezeigt wird",
    group: "Gruppieren nach",
    order: "Sortieren nach",
    density: "Zeilen",
    densities: { comfortable: "Bequem", compact: "Je eine Zeile" },
    theme: "Farben",
    themes: { system: "Wie das Gerät", light: "Hell", dark: "Dunkel" },
  },
  left: {
    overdue: (count) => `${count} überfällig`,
    today: (count) => `heute noch ${count}`,
    nothing: "Nichts auf der Liste",
    later: (count) => `Heute nichts mehr, später noch ${count}`,
    nothingOpen: "Nichts offen",
    open: (count) => `${count} offen`,
    done: (count) => `${count} zuletzt erledigt`,
    fetching: "Deine Aufgaben werden geladen …",
  },
  filter: {
    label: "Zeige Aufgaben mit",
    form: "Filter",
    example: "overdue & p1",
    show: "Anzeigen",
    keep: "Speichern …",
  },
  reschedule: {
    do: "Neu planen",
    all: (count) => `Alle ${count} verschieben auf`,
    days: { today: "Heute", tomorrow: "Morgen", "next week": "Nächste Woche" },
    to: { today: "heute", tomorrow: "morgen", "next week": "nächste Woche" },
  },
  nothingPlanned: "Nichts geplant",
  older: "Ältere anzeigen",
  fetchingOlder: "Ältere werden geladen …",
  notFetched: (why) => `Ältere Aufgaben konnten nicht geladen werden. ${why}`,
  empty: {
    all: {
      head: "Eine leere Liste.",
      before: "Füge oben eine Aufgabe hinzu oder",
      chat: "sag es im Chat",
      after: ": „Create a task to buy groceries tomorrow 5pm #home p1“.",
    },
    inbox: {
      head: "Der Eingang ist leer.",
      text: "Hier landet, was noch kein Projekt hat. Schreib beim Hinzufügen #name, um eine Aufgabe gleich in ein Projekt zu legen.",
    },
    today: {
      head: "Heute ist nichts mehr zu tun.",
      text: "Hier steht, was heute fällig oder überfällig ist. Was du hier hinzufügst, ist heute fällig; schreib einen anderen Tag, um vorauszuplanen.",
    },
    upcoming: {
      head: "Nichts geplant.",
      text: "Schreib beim Hinzufügen einen Tag dazu: „call mum friday 10:00“.",
    },
    done: {
      head: "Zuletzt nichts erledigt.",
      text: "Hier steht, was du erledigst, nach Tagen. War es zu früh, öffne es hier wieder.",
    },
    project: {
      head: (name) => `Nichts in ${name}.`,
      text: "Was du hier hinzufügst, ist in diesem Projekt.",
    },
    tag: {
      head: (name) => `Nichts hat @${name}.`,
      text: "Was du hier hinzufügst, bekommt das Etikett.",
    },
    filter: {
      head: "Keine Aufgabe passt.",
      text: "Zum Beispiel: overdue & p1, #home | @errand, due before: friday & !@waiting",
    },
    trash: {
      head: "Der Papierkorb ist leer.",
      text: "Was du löschst, bleibt 30 Tage hier und kann wiederhergestellt werden.",
    },
  },
};
