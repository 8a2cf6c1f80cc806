// Putting the page on the home screen or the desktop, where the browser can. Called by drawer.tsx.
import { useSyncExternalStore } from "react";
import { install, onInstall, readInstall } from "../../pwa/install.ts";
import { settingsWords } from "../../words/settings.ts";

export const InstallField = () => {
  const installing = useSyncExternalStore(onInstall, readInstall);
  if (installing === "no") return null;
  return (
    <fieldset className="settings__part">
      <legend>{settingsWords.install.part}</legend>
      <p className="hint">
        {installing === "offered" ? settingsWords.install.offered : settingsWords.install.byHand}
      </p>
      {installing === "offered" && (
        <button className="button button--small" type="button" onClick={() => void install()}>
          {settingsWords.install.do}
        </button>
      )}
    </fieldset>
  );
};
