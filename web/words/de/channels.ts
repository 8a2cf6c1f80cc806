// German for channels.ts.
import type { channelsWords } from "../channels.ts";
import type { Words } from "../language.ts";

export const channels: Words<typeof channelsWords> = {
  part: "Erinnere mich auch per",
  hint: "Jede offene Seite zeigt jede Erinnerung. Diese Wege kommen hinzu.",
  names: { email: "E-Mail", push: "Push, an die Browser, die es annehmen", webhook: "Webhook" },
  webhookUrl: "Webhooks gehen an",
  secret: { show: "Signaturschlüssel anzeigen", label: "Signaturschlüssel", replace: "Ersetzen" },
  test: {
    send: "Test senden",
    sending: "Senden …",
    by: {
      email: "Test senden: E-Mail",
      push: "Test senden: Push",
      webhook: "Test senden: Webhook",
    },
    taken: (at) => `Gesendet: angenommen um ${at}.`,
    failed: (why) => `Es kam nicht durch: ${why}.`,
    sent: "Gesendet. Ob es durchkam, hat noch niemand gemeldet.",
    unknown: "unbekannt",
  },
  push: {
    part: "Dieser Browser",
    notify: "Diesen Browser benachrichtigen",
    stop: "Nicht mehr benachrichtigen",
    unsupported: "Dieser Browser nimmt hier kein Push an. Es braucht https oder localhost.",
    blocked:
      "Benachrichtigungen dieser Seite sind in diesem Browser blockiert; seine Einstellungen können sie erlauben.",
    off: "Dieser Browser wird nicht benachrichtigt, wenn keine Seite offen ist.",
    on: "Dieser Browser wird benachrichtigt, auch wenn keine Seite offen ist.",
  },
  told: {
    part: "Letzte Erinnerungen",
    none: "Keine in den letzten zwei Tagen.",
    due: (at) => `fällig ${at}`,
    by: { in_app: "angezeigt", email: "E-Mail", push: "Push", webhook: "Webhook" },
    failed: (by, why) => `${by} fehlgeschlagen: ${why}`,
    onWay: (by) => `${by} unterwegs`,
  },
  tokens: {
    list: "Tokens",
    make: "Token erstellen",
    whom: "Für wen",
    example: "Claude auf meinem Laptop",
    may: "Es darf",
    write: "Aufgaben ändern",
    read: "nur lesen",
    holds: "Es gilt",
    ends: {
      month: "30 Tage",
      quarter: "90 Tage",
      year: "ein Jahr",
      never: "bis du es beendest",
    },
    made: (name) =>
      `Das Token von „${name}“. Kopiere es jetzt: Es wird nicht noch einmal angezeigt.`,
    one: "Token",
    mayRead: "darf nur lesen",
    mayWrite: "darf Aufgaben ändern",
    unused: (made) => `nie benutzt, erstellt ${made}`,
    used: (when) => `benutzt ${when}`,
    ended: (when) => `beendet ${when}`,
    holdsUntil: (when) => `gilt bis ${when}`,
    end: "Beenden",
    endOne: (name) => `Token ${name} beenden`,
    isSure: "Ja, beenden",
  },
  assistants: {
    part: "Assistenten",
    hint: "Ein Assistent, der MCP spricht, kann mit deinen Aufgaben arbeiten. Gib ihm diese Adresse und ein eigenes Token, das du jederzeit beenden kannst.",
    address: "MCP-Adresse",
  },
  copy: {
    do: "Kopieren",
    what: (label) => `${label} kopieren`,
    done: "Kopiert",
    byHand: "Markiere es und kopiere es von Hand",
  },
};
