// The link of a letter, opened: a new password, or the proof that an address is read. Loaded when one is opened. Called by app.tsx.
import { useEffect, useRef, useState } from "react";
import { confirmEmail } from "../../api/account.ts";
import type { PageLink } from "../../places/page-link.ts";
import { Welcome } from "../welcome.tsx";
import { ChooseNew } from "./choose-new.tsx";
import { Trouble } from "./part.tsx";
import { type Wrong, wrongOf } from "./use-ask.ts";
import { signInWords } from "../../words/sign-in.ts";
import { sharedWords } from "../../words/shared.ts";

type Props = { link: PageLink; onDone: () => void };

const Confirm = ({ code, onDone }: { code: string; onDone: () => void }) => {
  const [email, setEmail] = useState<string | null>(null);
  const [wrong, setWrong] = useState<Wrong | null>(null);
  const asked = useRef(false);
  useEffect(() => {
    // A code is used up by the first question; React asks twice while it is developed with.
    if (asked.current) return;
    asked.current = true;
    void confirmEmail(code).then((answer) =>
      answer.ok ? setEmail(answer.value.email) : setWrong(wrongOf(answer.problem)),
    );
  }, [code]);
  return (
    <section className="card welcome__form" aria-labelledby="confirm">
      <h2 id="confirm">{signInWords.link.newAddress}</h2>
      {email !== null && <output>{signInWords.link.now(email)}</output>}
      {email === null && wrong === null && <output>{sharedWords.oneMoment}</output>}
      <Trouble wrong={wrong} />
      <button className="button button--primary" type="button" onClick={onDone}>
        {signInWords.link.open}
      </button>
    </section>
  );
};

const OpenedLink = ({ link, onDone }: Props) => (
  <Welcome>
    {link.is === "reset" ? (
      <ChooseNew code={link.code} mail onDone={onDone} />
    ) : (
      <Confirm code={link.code} onDone={onDone} />
    )}
  </Welcome>
);

export default OpenedLink;
