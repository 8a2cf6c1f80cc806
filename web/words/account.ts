// What the account page says of sessions and of what happened. Pure; called by its views.

/** Browsers and systems by what they say of themselves; the first that fits. */
const browsers: [RegExp, string][] = [
  [/Edg\//, "Edge"],
  [/OPR\//, "Opera"],
  [/SamsungBrowser\//, "Samsung Internet"],
  [/Firefox\/|FxiOS\//, "Firefox"],
  [/CriOS\/|Chrome\//, "Chrome"],
  [/Safari\//, "Safari"],
  [/curl\//, "curl"],
  [/node|undici/i, "a program"],
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

const named = (list: [RegExp, string][], agent: string): string | undefined =>
  list.find(([shape]) => shape.test(agent))?.[1];

/** `Firefox on Linux`; what is known of neither is said as it is, shortened. */
export const sayDevice = (agent: string | null): string => {
  if (agent === null || agent === "") return "a device that does not say what it is";
  const browser = named(browsers, agent);
  const system = named(systems, agent);
  if (browser === undefined) return agent.slice(0, 40);
  return system === undefined ? browser : `${browser} on ${system}`;
};

const happened: Record<string, string> = {
  "signed-up": "The account was made",
  "signed-in": "Signed in",
  "sign-in-failed": "A sign-in with a wrong password was refused",
  "second-step-asked": "The password was right, and a code was asked for",
  "second-step-refused": "The password was right, and a wrong code was refused",
  "password-changed": "The password was changed",
  "password-reset": "A new password was chosen by a code",
  "name-changed": "The name was changed",
  "email-asked": "A letter was sent to a new address",
  "email-changed": "The address was changed",
  "recovery-code-made": "A new recovery code was made",
  "recovery-by-operator": "Whoever runs this Punctual made a code for a new password",
  "session-ended": "A device was signed out",
  "sessions-ended": "All other devices were signed out",
  "token-made": "A token was made",
  "token-ended": "A token was ended",
  "invitation-made": "Somebody was invited",
  "two-factor-on": "The second step was turned on",
  "two-factor-off": "The second step was turned off",
  "backup-codes-made": "New backup codes were made",
  "passkey-added": "A passkey was added",
  "passkey-removed": "A passkey was removed",
  exported: "Everything was taken along",
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
  const said = happened[type] ?? type;
  return detail !== null && withDetail.has(type) ? `${said}: ${detail}` : said;
};

/** What a link to this page asks for, behind its #: a new password, a proof of an address, an invitation. */
export type PageLink = { is: "reset" | "confirm" | "invite"; code: string };

export const readPageLink = (hash: string): PageLink | null => {
  const [, is, code] = /^#(reset|confirm|invite)=([0-9A-Za-z-]{20,40})$/.exec(hash) ?? [];
  return is === undefined || code === undefined ? null : { is: is as PageLink["is"], code };
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
  if (host === null) return "One moment…";
  if (hostname !== host && !hostname.endsWith(`.${host}`))
    return `Passkeys are bound to a name, so they work where this page is opened as ${host}.`;
  if (!isSecure) return "Browsers use passkeys only where a page is opened by https.";
  return isKnown ? null : "This browser knows no passkeys.";
};
