// What the page is beside every form of the way in. Called by sign-in.tsx and what is loaded beside it.
import type { ReactNode } from "react";
import type { Account } from "../api/account.ts";
import { Mark } from "./icon.tsx";
import { signInWords } from "../words/sign-in.ts";

/** Where a sign-in goes on beside the form. */
export type Step =
  | { is: "second" }
  | { is: "forgot"; email: string; mail: boolean }
  | { is: "keep"; code: string; account: Account };

/** What the page is beside every form of the way in. */
export const Welcome = ({ children }: { children: ReactNode }) => (
  <main className="welcome">
    <section className="welcome__pitch">
      <p className="brand">
        <Mark /> Punctual
      </p>
      <h1>{signInWords.pitch.head}</h1>
      <p>{signInWords.pitch.text}</p>
    </section>
    {children}
  </main>
);
