// German for sign-in.ts. What one can type stays English while the parser reads English only.
import type { Words } from "../language.ts";
import type { signInWords } from "../sign-in.ts";

export const signIn: Words<typeof signInWords> = {
  pitch: {
    head: "Einmal gesagt. Auf jedem Bildschirm, pünktlich.",
    text: "Schreib „Pay the rent on Friday 9am #home p1“, hak es auf dem Handy ab und sieh nach, wer wann was geändert hat.",
  },
  createYours: "Konto anlegen",
  first: "Hier hat noch niemand ein Konto: Deins ist das erste.",
  email: "E-Mail",
  password: "Passwort",
  short: "Mindestens 8 Zeichen.",
  invitation: "Einladung",
  signUp: "Registrieren",
  withPasskey: "Mit Passkey anmelden",
  isForgotten: "Passwort vergessen?",
  haveOne: "Du hast schon ein Konto?",
  new: "Neu hier?",
  signInInstead: "Stattdessen anmelden",
  createOne: "Konto erstellen",
  wrong: {
    name: "Wie sollen wir dich nennen?",
    email: "Gib eine E-Mail-Adresse ein, etwa ada@example.org.",
    taken: "Mit dieser E-Mail-Adresse gibt es schon ein Konto. Melde dich stattdessen an.",
    noPassword: "Gib dein Passwort ein.",
    short: "Nimm mindestens 8 Zeichen.",
    pair: "E-Mail oder Passwort stimmt nicht.",
  },
  forgot: {
    sent: "Wenn es ein Konto mit dieser Adresse gibt, ist eine E-Mail unterwegs. Ihr Link gilt eine Stunde.",
    send: "Link schicken",
    haveCode: "Ich habe einen Code",
    choose: "Neues Passwort wählen",
    code: "Code",
    codeByMail:
      "Dein Wiederherstellungscode oder der, den du vom Betreiber dieses Punctual bekommen hast.",
    codeOnPaper:
      "Der Wiederherstellungscode, den du bei der Registrierung notiert hast, oder einer vom Betreiber dieses Punctual: Hier ist kein Mailserver eingerichtet.",
    newPassword: "Neues Passwort",
    change: "Passwort ändern",
    backToSignIn: "Zurück zur Anmeldung",
    changed: "Dein Passwort ist geändert",
    signedOut: (email) =>
      `Alle Geräte wurden abgemeldet. Melde dich mit ${email} und deinem neuen Passwort an.`,
    stillIn: (passkeys, tokens) =>
      `Diese kommen weiterhin hinein: Passkeys ${passkeys}, Tokens von Programmen ${tokens}. Sieh sie auf der Kontoseite durch.`,
    usedUp:
      "Dein alter Code ist verbraucht. Bewahre diesen auf: Er wird nicht noch einmal angezeigt.",
  },
  keep: {
    title: "Bewahre diesen Code auf",
    text: "Er öffnet dein Konto, wenn du dein Passwort vergisst: Hier ist kein Mailserver eingerichtet, also tut es sonst nichts. Er wird nicht noch einmal angezeigt.",
    code: "Wiederherstellungscode",
    done: "Ich habe ihn notiert",
  },
  second: {
    title: "Noch ein Schritt",
    backup: "Ein Ersatzcode",
    app: "Der Code, den deine App gerade anzeigt",
    trust: "Auf diesem Gerät 30 Tage nicht mehr fragen",
    go: "Weiter",
    byApp: "App verwenden",
    byBackup: "Ersatzcode verwenden",
  },
  link: {
    newAddress: "Deine neue Adresse",
    now: (email) => `Ab jetzt meldest du dich mit ${email} an.`,
    open: "Punctual öffnen",
  },
};
