// Which language the page speaks, and the words of each area in it. Pure but for what it remembers; called by the files beside it, main.tsx,
// app.tsx and sw.ts. English stands in each area's own file and comes with whoever shows it; another language is one chunk, fetched when spoken.

/** The same words in another language: each key of `Model` and no other, functions with the same parameters. */
export type Words<Model> = {
  readonly [Key in keyof Model]: Model[Key] extends string
    ? string
    : Model[Key] extends (...said: infer Said) => string
      ? (...said: Said) => string
      : Words<Model[Key]>;
};

export const languages = ["en", "de"] as const;
export type Language = (typeof languages)[number];

/** The areas, each a file beside this one, and one in every other language. */
export type Area =
  | "account"
  | "alerts"
  | "channels"
  | "chat"
  | "dates"
  | "directory"
  | "draftFields"
  | "field"
  | "fields"
  | "find"
  | "first"
  | "history"
  | "key"
  | "line"
  | "list"
  | "lists"
  | "notes"
  | "panel"
  | "parts"
  | "pushDevice"
  | "quickAdd"
  | "repeat"
  | "reset"
  | "saving"
  | "scope"
  | "series"
  | "settings"
  | "shared"
  | "shell"
  | "showAsList"
  | "signIn"
  | "task"
  | "time"
  | "trash"
  | "wishes"
  | "wrong";

type Spoken = { language: Language; words: Partial<Record<Area, object>> };

const english: Spoken = { language: "en", words: {} };
const listeners = new Set<() => void>();
let spoken = english;
let wanted = "en";

/** What `now` gives at the time a word is asked for, however deep it stands. */
const live = <Model extends object>(model: Model, now: () => object): Model =>
  new Proxy(model, {
    get: (_, key): unknown => {
      const word: unknown = Reflect.get(now(), key);
      return typeof word === "object" && word !== null
        ? live(word, () => Reflect.get(now(), key) as object)
        : word;
    },
  });

/**
 * The words of an area, in the language that is spoken when one of them is asked for. A group of them may be named at the top of a module; a word
 * itself, taken there, would stay in the language it was taken in.
 */
export const area = <Model extends object>(name: Area, model: Model): Model =>
  live(model, () => spoken.words[name] ?? model);

/** The language of a locale: its own where the page has it, else English. */
export const languageOf = (locale: string): Language =>
  languages.find((language) => locale.split("-")[0] === language) ?? "en";

/** What the page speaks now. */
export const spokenLanguage = (): Language => spoken.language;

/** Calls back when another language is spoken; the result ends it. */
export const onLanguage = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

const fetched = async (language: Language): Promise<Spoken> =>
  language === "en" ? english : { language, words: (await import("./de/all.ts")).german };

/** Speaks the language of a locale from when its words are there. Words that cannot be fetched leave the one that is spoken. */
export const speak = async (locale: string): Promise<void> => {
  wanted = locale;
  const next = await fetched(languageOf(locale)).catch(() => spoken);
  if (wanted !== locale || next.language === spoken.language) return;
  spoken = next;
  for (const listener of listeners) listener();
};
