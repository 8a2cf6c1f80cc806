// German for line.ts.
import type { Words } from "../language.ts";
import type { lineWords } from "../line.ts";

export const line: Words<typeof lineWords> = {
  states: {
    connecting: "Verbinden …",
    live: "Live",
    reconnecting: "Neu verbinden …",
    offline: "Offline",
    outdated: "Seite neu laden",
  },
  explanations: {
    connecting: "Die Verbindung zum Server wird aufgebaut.",
    live: "Änderungen auf deinen anderen Geräten erscheinen hier sofort.",
    reconnecting:
      "Die Verbindung zum Server ist abgerissen. Neuer Versuch; was du siehst, kann etwas veraltet sein.",
    offline: "Dieses Gerät ist offline. Was du siehst, kann veraltet sein.",
    outdated: "Punctual wurde aktualisiert. Lade die Seite neu, um weiterzumachen.",
  },
  isKept: " Was du änderst, bleibt erhalten und wird gesendet, sobald sie wieder da ist.",
  waiting: (count) => `${count} ${count === 1 ? "wartet" : "warten"}`,
  problems: {
    unreachable: "Punctual ist nicht erreichbar. Prüf deine Verbindung und versuch es noch einmal.",
    tooFast: "Das ging zu schnell. Warte einen Moment und versuch es noch einmal.",
    tooFastFor: (seconds) => `Das ging zu schnell. Versuch es in ${seconds} Sek. noch einmal.`,
    restarting: "Punctual startet gerade neu. Versuch es gleich noch einmal.",
    broke: "Bei uns ist etwas schiefgegangen. Versuch es noch einmal; geändert wurde nichts.",
    refused: (status) => `Die Anfrage wurde abgelehnt (${status}).`,
  },
  passkeys: {
    known: "dieses Gerät hat schon einen Passkey für dieses Konto",
    unused: "es wurde kein Passkey benutzt",
    unable: "dieser Browser konnte hier keinen Passkey benutzen",
  },
};
