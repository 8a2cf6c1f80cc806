// The way in: signing in and up, a forgotten password, a second step, a letter's link. Called by views/sign-in.tsx and views/account.
import { area } from "./language.ts";

export const signInWords = area("signIn", {
  pitch: {
    head: "Say it once. It is on every screen, on time.",
    text: "Write “Pay the rent on Friday 9am #home p1”, tick it off on your phone, and look up who changed what, and when.",
  },
  createYours: "Create your account",
  first: "Nobody has an account here yet: yours is the first.",
  email: "E-mail",
  password: "Password",
  short: "At least 8 characters.",
  invitation: "Invitation",
  signUp: "Sign up",
  withPasskey: "Sign in with a passkey",
  isForgotten: "Forgot your password?",
  haveOne: "You have an account?",
  new: "New here?",
  signInInstead: "Sign in instead",
  createOne: "Create an account",
  wrong: {
    name: "What should we call you?",
    email: "Enter an e-mail address such as ada@example.org.",
    taken: "There is an account with this e-mail already. Sign in instead.",
    noPassword: "Enter your password.",
    short: "Use at least 8 characters.",
    pair: "The e-mail or the password is not right.",
  },
  forgot: {
    sent: "If there is an account with that address, a letter is on its way. Its link holds for an hour.",
    send: "Send me a link",
    haveCode: "I have a code",
    choose: "Choose a new password",
    code: "Code",
    codeByMail: "Your recovery code, or the one that whoever runs this Punctual gave you.",
    codeOnPaper:
      "The recovery code you wrote down at the sign-up, or one from whoever runs this Punctual: no mail server is set up here.",
    newPassword: "New password",
    change: "Change the password",
    backToSignIn: "Back to the sign-in",
    changed: "Your password is changed",
    signedOut: (email: string) =>
      `All devices have been signed out. Sign in with ${email} and your new password.`,
    stillIn: (passkeys: number, tokens: number) =>
      `These still get in: passkeys ${passkeys}, tokens of programs ${tokens}. Look through them on the account page.`,
    usedUp: "Your old code is used up. Keep this one: it is not shown again.",
  },
  keep: {
    title: "Keep this code",
    text: "It opens your account when you forget your password: no mail server is set up here, so nothing else does. It is not shown again.",
    code: "Recovery code",
    done: "I have written it down",
  },
  second: {
    title: "One more step",
    backup: "A backup code",
    app: "The code your app shows now",
    trust: "Do not ask on this device for 30 days",
    go: "Go on",
    byApp: "Use the app",
    byBackup: "Use a backup code",
  },
  link: {
    newAddress: "Your new address",
    now: (email: string) => `From now on you sign in with ${email}.`,
    open: "Open Punctual",
  },
});
