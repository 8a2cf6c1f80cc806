// German for chat.ts. The examples stay English: the chat reads English only, and they are said to it as they stand.
import type { chatWords } from "../chat.ts";
import type { Words } from "../language.ts";

export const chat: Words<typeof chatWords> = {
  chat: "Chat",
  log: "Gespräch",
  greeting: (name) =>
    `Hallo ${name}. Sag mir in deinen Worten, was zu tun ist: eine Aufgabe hinzufügen, verschieben, abhaken oder eine Frage zu deiner Liste. Noch verstehe ich nur Englisch.`,
  examples: {
    add: "Create a task to buy groceries tomorrow 5pm #home p1",
    ask: "What's due today?",
    help: "What can I say?",
  },
  suggested: "Vorgeschlagene Antworten",
  reading: "Lesen …",
  earlier: "Frühere Nachrichten",
  away: "Der Chat braucht die Verbindung zum Server. Was du hier schreibst, bleibt stehen, bis sie wieder da ist.",
  message: "Nachricht an Punctual",
  placeholder: "Sag, was zu tun ist",
  send: "Senden",
  thinking: "Punctual denkt nach",
  youSaid: "Du hast gesagt: ",
  left: "Die Seite wurde verlassen, bevor die Antwort kam.",
  history: "Verlauf",
  historyOf: (title) => `Verlauf von ${title}`,
  open: (title) => `${title} öffnen`,
  takenBack: "Rückgängig gemacht",
  byModel: "vom Modell",
};
