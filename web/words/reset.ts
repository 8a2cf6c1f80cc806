// What the page of a new password says beside its fields. Called by views/account/choose-new.tsx.

export const resetWords = {
  endTokens: "End the tokens of assistants and programs, too",
  endTokensHint: "They sign in without the password. Do this if somebody else may know it.",
};
