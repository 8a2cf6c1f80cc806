// Where the page begins: mounts the app. Loaded by index.html.
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./views/app.tsx";

const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no #root");
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
