// German for reset.ts.
import type { Words } from "../language.ts";
import type { resetWords } from "../reset.ts";

export const reset: Words<typeof resetWords> = {
  endTokens: "Auch die Tokens von Assistenten und Programmen beenden",
  endTokensHint:
    "Sie melden sich ohne das Passwort an. Tu das, wenn jemand anderes es kennen könnte.",
};
