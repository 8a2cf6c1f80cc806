// Where the page begins: puts on the look that was chosen, speaks the browser's language and mounts the app. Loaded by index.html.
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { followChoices } from "./look/choices.ts";
import { watchInstall } from "./pwa/install.ts";
import { App } from "./views/app.tsx";
import { followLanguage } from "./look/language.ts";
import { speak } from "./words/language.ts";

followChoices();
followLanguage();
watchInstall();

const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no #root");
// No await here: the parts that are loaded later could then not stand in this file's chunk.
void speak(navigator.language).then(() =>
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  ),
);
