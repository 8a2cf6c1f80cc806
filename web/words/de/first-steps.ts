// German for first-steps.ts. What one can type stays English while its readers know English only.
import type { firstWords } from "../first-steps.ts";
import type { Words } from "../language.ts";

export const first: Words<typeof firstWords> = {
  title: "Die ersten fünf Minuten",
  allDone: "Mehr brauchst du für den Anfang nicht.",
  steps: {
    add: {
      name: "Aufgabe hinzufügen",
      how: "Schreib sie oben in die Zeile, gern mit dem Tag: „call mum friday 10:00“. Der Chat nimmt ganze Sätze.",
    },
    remind: {
      name: "Erinnern lassen",
      how: "Öffne eine Aufgabe und wähle unter Erinnerungen eine Zeit. Sie meldet sich auf jedem Gerät, auf dem du angemeldet bist.",
    },
    undo: {
      name: "Etwas rückgängig machen",
      how: "Drück Strg+Z (Cmd+Z auf dem Mac) oder Rückgängig, wo es angeboten wird. Der Verlauf einer Aufgabe behält jede Änderung.",
    },
  },
  stepDone: "Erledigt:",
  showMe: "Zeig mir alles",
  what: "legt ein Projekt mit ein paar Aufgaben an, die sich selbst erklären",
  remove: "Beispielprojekt entfernen",
  close: "Schließen",
  made: "Projekt „Erste Schritte“ angelegt.",
  removed: "Beispielprojekt entfernt.",
  project: "Erste Schritte",
  tasks: [
    {
      title: "Hak mich mit dem Kreis links ab",
      description:
        "Was erledigt ist, wandert nach **Erledigt**. Zu früh abgehakt? Hak es dort noch einmal ab oder drück Strg+Z.",
    },
    {
      title: "Sag dem Chat: add buy milk tomorrow at 5pm",
      description:
        "Der Chat versteht einfache englische Sätze: „what is due today?“, „move the milk to friday“, „remind me an hour before“.",
    },
    {
      title: "Gib mir eine Erinnerung",
      description:
        "Öffne mich und wähle unter **Erinnerungen** eine Zeit. Wenn ich mich melde, kannst du mich verschieben, und ich verstumme auf allen deinen Geräten zugleich.",
    },
    {
      title: "Benenne mich um und mach es rückgängig",
      description:
        "Ändere den Titel und drück dann Strg+Z. Mein Verlauf zeigt, wer wann was geändert hat.",
    },
    {
      title: "Plane einen Tag: Schreib „friday“ beim Hinzufügen",
      description:
        "#name legt eine Aufgabe in ein Projekt, @name gibt ihr ein Etikett, p1 macht sie dringend, „every monday“ lässt sie wiederkommen.",
    },
    {
      title: "Alles gesehen? Entferne dieses Projekt",
      description:
        "Der Knopf steht unter dieser Liste. Alle Aufgaben gehen mit in den Papierkorb, und ein Rückgängig bringt sie zurück.",
    },
  ],
};
