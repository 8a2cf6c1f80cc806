// Text of tasks made harmless to show to a model. Called wherever something a task holds goes into a prompt.

/** Characters nobody sees but a model reads: format and tag characters, private ones, control codes. */
const unseen = /[\p{DI}\p{Cf}\p{Co}\p{Cc}\p{Cs}\p{Zl}\p{Zp}]+/gu;

/** The text on one line, without characters that cannot be seen. */
export const cleaned = (text: string): string =>
  text.normalize("NFC").replaceAll(/\s+/g, " ").replaceAll(unseen, "").trim();

/** JSON in which no text can end the block it stands in: every < and > is escaped. */
export const asData = (value: unknown): string =>
  JSON.stringify(value)
    .replaceAll("<", String.raw`\u003c`)
    .replaceAll(">", String.raw`\u003e`);
