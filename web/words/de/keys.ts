// German for keys.ts.
import type { keyWords } from "../keys.ts";
import type { Words } from "../language.ts";

export const key: Words<typeof keyWords> = {
  kind: "Hilfe",
  title: "Tastenkürzel",
  parts: [
    [
      "Überall",
      [
        ["Strg K", "Aufgaben, Listen und Befehle suchen"],
        ["n oder q", "Aufgabe hinzufügen"],
        ["/", "Mit Punctual sprechen"],
        ["Strg Z", "Rückgängig"],
        ["Strg Umschalt Z", "Wiederholen"],
        ["Esc", "Offenes schließen"],
        ["?", "Diese Übersicht"],
      ],
    ],
    [
      "Gehe zu",
      [
        ["g a", "Alle Aufgaben"],
        ["g i", "Eingang"],
        ["g t", "Heute"],
        ["g u", "Demnächst"],
        ["g d", "Erledigt"],
        ["g f", "Filter"],
      ],
    ],
    [
      "In einer Liste",
      [
        ["j oder ↓", "Nächste Aufgabe"],
        ["k oder ↑", "Vorherige Aufgabe"],
        ["Enter", "Aufgabe öffnen"],
        ["e oder Leertaste", "Erledigen oder wieder öffnen"],
        ["t", "Datum"],
        ["1 bis 4", "Priorität"],
        ["Entf", "In den Papierkorb legen"],
        ["Alt ↑ oder ↓", "Nach oben oder unten verschieben"],
        ["Alt →", "Zum Teil der Aufgabe davor machen"],
        ["Alt ←", "Nicht mehr Teil sein lassen"],
      ],
    ],
    [
      "Mehrere auf einmal",
      [
        ["x", "Aufgabe auswählen oder abwählen"],
        ["Umschalt ↑ oder ↓", "Von Aufgabe zu Aufgabe auswählen"],
        ["Umschalt Klick", "Alle bis zu einer Aufgabe auswählen"],
        ["Strg Klick", "Eine weitere auswählen"],
        ["Strg A", "Alle der Liste auswählen"],
        ["Esc", "Nichts auswählen"],
        ["e, t, 1 bis 4, Entf", "Mit allen ausgewählten tun"],
      ],
    ],
  ],
  hint: "Auf dem Mac ist Strg die Taste Cmd. Beim Tippen gilt keines davon.",
};
