// Where the page begins: puts on the look that was chosen and mounts the app. Loaded by index.html.
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { followChoices } from "./look/choices.ts";
import { watchInstall } from "./pwa/install.ts";
import { App } from "./views/app.tsx";

followChoices();
watchInstall();

const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no #root");
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
