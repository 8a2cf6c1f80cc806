// What the page of a new password says beside its fields. Called by views/account/choose-new.tsx.
import { area } from "./language.ts";

export const resetWords = area("reset", {
  endTokens: "End the tokens of assistants and programs, too",
  endTokensHint: "They sign in without the password. Do this if somebody else may know it.",
});
