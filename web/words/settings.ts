// The settings: the clock, when one is reminded, and the page as an app. Called by views/settings.
import { area } from "./language.ts";

export const settingsWords = area("settings", {
  kind: "Settings",
  title: "Your clock, your reminders",
  saving: "Saving…",
  none: "none",
  clock: {
    part: "Clock and calendar",
    zone: "Time zone",
    here: (zone: string) => `This device is in ${zone}`,
    locale: "Language",
    week: "Week begins on",
    parts: "What morning, evening and the like mean",
  },
  dayParts: {
    morning: "Morning",
    noon: "Noon",
    afternoon: "Afternoon",
    evening: "Evening",
    tonight: "Tonight",
    night: "Night",
  },
  reminding: {
    part: "Reminders",
    lead: "A task with a time reminds",
    never: "not by itself",
    whenDue: "when it is due",
    before: (length: string) => `${length} before`,
    day: "A full day reminds at",
    quiet: "Quiet hours: only tasks of priority 1 remind",
    from: "From",
    to: "To",
    digest: "Send me a summary of my day",
    at: "At",
  },
  names: {
    timeZone: "Time zone",
    locale: "Language",
    weekStart: "Week begins on",
    dayTime: "A full day reminds at",
    quietHours: "Quiet hours",
    channels: "Channels",
    defaultLeadMinutes: "A task with a time reminds",
    digestTime: "Daily summary at",
    webhookUrl: "Webhooks go to",
  },
  wrong: {
    webhook: "Say where webhooks go, such as https://example.org/hook.",
    quiet: "Quiet hours must not end when they begin.",
  },
  install: {
    part: "As an app",
    offered:
      "Punctual can stand beside your other apps, in a window of its own, with the number of tasks due on its icon.",
    byHand:
      "In Safari’s menu “Share”, choose “Add to Home Screen”: Punctual then opens like other apps, and can notify you.",
    do: "Install Punctual",
  },
});
