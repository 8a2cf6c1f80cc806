// How fresh the page is, what waits to be sent, and what could not be. Called by views/line.tsx, offline/ and api/.
import { area } from "./language.ts";

export const lineWords = area("line", {
  states: {
    connecting: "Connecting…",
    live: "Live",
    reconnecting: "Reconnecting…",
    offline: "Offline",
    outdated: "Reload the page",
  },
  explanations: {
    connecting: "Opening the line to the server.",
    live: "Changes on your other devices show here at once.",
    reconnecting:
      "The line to the server was lost. Trying again; what you see may be a little old.",
    offline: "This device is offline. What you see may be old.",
    outdated: "Punctual has been updated. Reload the page to go on.",
  },
  isKept: " What you change is kept and sent when it is back.",
  waiting: (count: number) => `${count} waiting`,
  problems: {
    unreachable: "Punctual could not be reached. Check your connection and try again.",
    tooFast: "That was too fast. Wait a moment and try again.",
    tooFastFor: (seconds: number) => `That was too fast. Try again in ${seconds} s.`,
    restarting: "Punctual is restarting. Try again in a moment.",
    broke: "Something broke on our side. Try again; nothing was changed.",
    refused: (status: number) => `The request was refused (${status}).`,
  },
  passkeys: {
    known: "this device has a passkey for this account already",
    unused: "no passkey was used",
    unable: "this browser could not use a passkey here",
  },
});
