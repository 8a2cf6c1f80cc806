// Putting the page on the home screen or the desktop, where the browser can. Called by drawer.tsx.
import { useSyncExternalStore } from "react";
import { install, onInstall, readInstall } from "../../pwa/install.ts";

export const InstallField = () => {
  const installing = useSyncExternalStore(onInstall, readInstall);
  if (installing === "no") return null;
  return (
    <fieldset className="settings__part">
      <legend>As an app</legend>
      <p className="hint">
        {installing === "offered"
          ? "Punctual can stand beside your other apps, in a window of its own, with the number of tasks due on its icon."
          : "In Safari’s menu “Share”, choose “Add to Home Screen”: Punctual then opens like other apps, and can notify you."}
      </p>
      {installing === "offered" && (
        <button className="button button--small" type="button" onClick={() => void install()}>
          Install Punctual
        </button>
      )}
    </fieldset>
  );
};
