// What the account page says of sessions and of what happened. Pure; called by its views.
import { accountWords } from "./account.ts";
import { sharedWords } from "./shared.ts";

/** Browsers and systems by what they say of themselves; the first that fits. */
const browsers: [RegExp, string | null][] = [
  [/Edg\//, "Edge"],
  [/OPR\//, "Opera"],
  [/SamsungBrowser\//, "Samsung Internet"],
  [/Firefox\/|FxiOS\//, "Firefox"],
  [/CriOS\/|Chrome\//, "Chrome"],
  [/Safari\//, "Safari"],
  [/curl\//, "curl"],
  [/node|undici/i, null],
];
const systems: [RegExp, string][] = [
  [/iPhone/, "iPhone"],
  [/iPad/, "iPad"],
  [/Android/, "Android"],
  [/Windows/, "Windows"],
  [/Mac OS X|Macintosh/, "Mac"],
  [/CrOS/, "Chromebook"],
  [/Linux|X11/, "Linux"],
];

const named = (
  list: readonly [RegExp, string | null][],
  agent: string,
): string | null | undefined => list.find(([shape]) => shape.test(agent))?.[1];

/** `Firefox on Linux`; what is known of neither is said as it is, shortened. */
export const sayDevice = (agent: string | null): string => {
  const { unknown, program, on } = accountWords.sessions;
  if (agent === null || agent === "") return unknown;
  const browser = named(browsers, agent);
  const system = named(systems, agent);
  if (browser === undefined) return agent.slice(0, 40);
  return system ? on(browser ?? program, system) : (browser ?? program);
};

const withDetail = new Set([
  "name-changed",
  "email-asked",
  "email-changed",
  "token-made",
  "token-ended",
  "two-factor-off",
]);

/** One thing that happened, as a sentence without its time: `The name was changed: Ada`. */
export const sayHappened = ({ type, detail }: { type: string; detail: string | null }): string => {
  const happened: Record<string, string> = accountWords.journal.happened;
  const said = happened[type] ?? type;
  return detail !== null && withDetail.has(type) ? `${said}: ${detail}` : said;
};

type Here = {
  /** The name that passkeys are bound to; null while it is not known. */
  host: string | null;
  hostname: string;
  isSecure: boolean;
  /** Whether the browser has heard of passkeys; over plain http none says so. */
  isKnown: boolean;
};

/** Why passkeys cannot be used here, as a sentence; null where they can. */
export const sayNoPasskeys = ({ host, hostname, isSecure, isKnown }: Here): string | null => {
  if (host === null) return sharedWords.oneMoment;
  if (hostname !== host && !hostname.endsWith(`.${host}`))
    return accountWords.passkeys.elsewhere(host);
  if (!isSecure) return accountWords.passkeys.insecure;
  return isKnown ? null : accountWords.passkeys.unknown;
};
