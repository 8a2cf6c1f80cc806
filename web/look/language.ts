// Says to the browser which language the page is in: for those who hear it, and for its hyphens. Called by main.tsx.
import { onLanguage, spokenLanguage } from "../words/language.ts";

const apply = (): void => {
  document.documentElement.lang = spokenLanguage();
};

/** Now and with each change. */
export const followLanguage = (): void => {
  apply();
  onLanguage(apply);
};
