// German for quick-add.ts. The example of what to type stays English: the parser reads English only.
import type { Words } from "../language.ts";
import type { quickAddWords } from "../quick-add.ts";

export const quickAdd: Words<typeof quickAddWords> = {
  form: "Aufgabe hinzufügen",
  new: "Neue Aufgabe",
  placeholder: "Aufgabe hinzufügen: pay rent every 1st at 9 #home p1",
  more: "Tag, Priorität, Projekt, Etiketten, Person",
  names: "Bekannte Namen",
  kinds: { project: "Projekt", section: "Abschnitt", tag: "Etikett", person: "Person" },
  understood: "Verstanden als",
  plain: "Bleibt Text. Klick, um es wieder zu lesen.",
  read: "Klick, um es als Text zu behalten.",
  untitled: "Noch kein Titel.",
  chips: {
    due: "Termin",
    deadline: "Frist",
    duration: "Dauer",
    priority: "Priorität",
    tag: "Etikett",
    section: "Abschnitt",
    project: "Projekt",
    assignee: "Person",
    reminder: "Erinnerung",
    recurrence: "Wiederholung",
  },
  wrong: {
    empty:
      "Was ist zu tun? All das wurde als Angabe gelesen. Klick auf eine davon, um sie als Text zu behalten.",
    long: "Ein Titel hat höchstens 500 Zeichen.",
    tags: "Eine Aufgabe hat höchstens 50 Etiketten.",
    reminders: (most) => `Eine Aufgabe hat höchstens ${most} Erinnerungen.`,
  },
  pasted: {
    lines: "Eingefügte Zeilen",
    done: " · erledigt",
    more: (count) => `und ${count} weitere`,
    most: (count) => `Die ersten ${count} werden auf einmal hinzugefügt.`,
    add: (count) => `${count} Aufgaben hinzufügen`,
    asOne: "Als eine Zeile",
  },
  said: {
    deadline: (day) => `Frist ${day}`,
    reminders: (times) => `Erinnerung ${times}`,
    next: (rule, day) => `${rule}, nächster Termin ${day}`,
  },
};
