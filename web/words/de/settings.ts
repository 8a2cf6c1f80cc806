// German for settings.ts.
import type { Words } from "../language.ts";
import type { settingsWords } from "../settings.ts";

export const settings: Words<typeof settingsWords> = {
  kind: "Einstellungen",
  title: "Deine Uhr, deine Erinnerungen",
  saving: "Speichern …",
  none: "keine",
  clock: {
    part: "Uhr und Kalender",
    zone: "Zeitzone",
    here: (zone) => `Dieses Gerät ist in ${zone}`,
    locale: "Sprache",
    week: "Die Woche beginnt am",
    parts: "Was morgens, abends und so weiter heißt",
  },
  dayParts: {
    morning: "Morgen",
    noon: "Mittag",
    afternoon: "Nachmittag",
    evening: "Abend",
    tonight: "Heute Abend",
    night: "Nacht",
  },
  reminding: {
    part: "Erinnerungen",
    lead: "Eine Aufgabe mit Uhrzeit erinnert",
    never: "nicht von selbst",
    whenDue: "bei Fälligkeit",
    before: (length) => `${length} vorher`,
    day: "Ein ganzer Tag erinnert um",
    quiet: "Ruhezeit: Nur Aufgaben mit Priorität 1 erinnern",
    from: "Von",
    to: "Bis",
    digest: "Täglich einen Tagesüberblick schicken",
    at: "Um",
  },
  names: {
    timeZone: "Zeitzone",
    locale: "Sprache",
    weekStart: "Die Woche beginnt am",
    dayTime: "Ein ganzer Tag erinnert um",
    quietHours: "Ruhezeit",
    channels: "Kanäle",
    defaultLeadMinutes: "Eine Aufgabe mit Uhrzeit erinnert",
    digestTime: "Tagesüberblick um",
    webhookUrl: "Webhooks gehen an",
  },
  wrong: {
    webhook: "Sag, wohin Webhooks gehen, etwa https://example.org/hook.",
    quiet: "Die Ruhezeit darf nicht enden, wenn sie beginnt.",
  },
  install: {
    part: "Als App",
    offered:
      "Punctual kann neben deinen anderen Apps stehen, in einem eigenen Fenster und mit der Zahl der fälligen Aufgaben auf dem Symbol.",
    byHand:
      "Wähle in Safaris Menü „Teilen“ den Eintrag „Zum Home-Bildschirm“: Dann öffnet sich Punctual wie andere Apps und kann dich benachrichtigen.",
    do: "Punctual installieren",
  },
};
