// Who is here: no one (the form), someone (the home page), or not known yet. Called by main.tsx.
import { lazy, useEffect, useState } from "react";
import { type Account, readAccount } from "../api/account.ts";
import { deviceId } from "../api/device.ts";
import { createPunctual, newTicket } from "../api/punctual.ts";
import { browserSettings } from "../time/browser-settings.ts";
import { readPageLink } from "../places/page-link.ts";
import { readKept } from "../offline/kept.ts";
import { createWorkspace, withAccount, withSettings, type Workspace } from "../workspace.ts";
import { Home } from "./home.tsx";
import { Mark } from "./icon.tsx";
import { LatePart } from "./late-part.tsx";
import { shellWords } from "../words/shell.ts";
import { sharedWords } from "../words/shared.ts";
import { speak } from "../words/language.ts";
import { useLanguage } from "./use-language.ts";

type Visit =
  | { is: "loading" }
  | { is: "unreachable"; message: string }
  | { is: "signed-out"; why?: string }
  | { is: "signed-in"; workspace: Workspace };

/** The workspace of an account. A new account first gets this browser's zone and language as its settings. */
const enter = async (account: Account, isNew: boolean): Promise<Visit> => {
  const punctual = createPunctual(deviceId());
  const set = isNew ? await punctual.patchSettings(browserSettings(), newTicket()) : null;
  const settings = set?.ok ? set : await punctual.readSettings();
  if (!settings.ok) return { is: "unreachable", message: settings.problem.message };
  await speak(settings.value.locale);
  return { is: "signed-in", workspace: createWorkspace(account, settings.value) };
};

/** Who was here last is shown what they saw, without waiting for the line: it says soon enough whether they still may. */
const look = async (): Promise<Visit> => {
  const kept = await readKept();
  if (kept !== null) {
    await speak(kept.settings.locale);
    return { is: "signed-in", workspace: createWorkspace(kept.account, kept.settings, kept) };
  }
  const account = await readAccount();
  if (!account.ok) return { is: "unreachable", message: account.problem.message };
  return account.value === null ? { is: "signed-out" } : enter(account.value, false);
};

/** What a letter's link is about is asked before anything else. */
const OpenedLink = lazy(() => import("./account/opened-link.tsx"));
/** Who is in needs no way in. */
const SignIn = lazy(() => import("./sign-in.tsx"));

export const App = () => {
  const [visit, setVisit] = useState<Visit>({ is: "loading" });
  useLanguage();
  const [link, setLink] = useState(() => readPageLink(location.hash));
  useEffect(() => {
    const onHash = (): void => setLink((open) => readPageLink(location.hash) ?? open);
    addEventListener("hashchange", onHash);
    return () => removeEventListener("hashchange", onHash);
  }, []);
  useEffect(() => {
    // The code is for this page alone: it stays in no history.
    if (link !== null) history.replaceState(null, "", location.pathname);
  }, [link]);
  useEffect(() => {
    if (visit.is === "loading") void look().then(setVisit);
  }, [visit.is]);

  // Who is in reads their own language, whoever is not the browser's.
  const locale = visit.is === "signed-in" ? visit.workspace.settings.locale : navigator.language;
  useEffect(() => {
    if (visit.is !== "loading") void speak(locale);
  }, [visit.is, locale]);

  /** An answer may come after another one, or after its person has left. */
  const change = (to: (workspace: Workspace) => Workspace): void =>
    setVisit((now) =>
      now.is === "signed-in" ? { is: "signed-in", workspace: to(now.workspace) } : now,
    );
  const done = (): void => {
    setLink(null);
    // Who is in stays in: the line says whether they still may.
    if (visit.is !== "signed-in") setVisit({ is: "loading" });
  };
  if (link !== null && link.is !== "invite")
    return (
      <LatePart onClose={done}>
        <OpenedLink link={link} onDone={done} />
      </LatePart>
    );
  if (visit.is === "signed-in")
    return (
      <Home
        key={visit.workspace.account.id}
        workspace={visit.workspace}
        onSettings={(settings) => change((workspace) => withSettings(workspace, settings))}
        onAccount={(account) => change((workspace) => withAccount(workspace, account))}
        onSignedOut={(why) => {
          visit.workspace.leave();
          setVisit({ is: "signed-out", ...(why && { why }) });
        }}
      />
    );
  if (visit.is === "signed-out")
    return (
      <LatePart onClose={() => setVisit({ is: "loading" })}>
        <SignIn
          {...(visit.why && { why: visit.why })}
          {...(link && { invitation: link.code })}
          onEntered={async (account, isNew) => setVisit(await enter(account, isNew))}
        />
      </LatePart>
    );
  return (
    <main className="splash">
      <Mark />
      {visit.is === "loading" ? (
        <output>{shellWords.opening}</output>
      ) : (
        <>
          <p role="alert">{visit.message}</p>
          <button className="button" type="button" onClick={() => setVisit({ is: "loading" })}>
            {sharedWords.tryAgain}
          </button>
        </>
      )}
    </main>
  );
};
