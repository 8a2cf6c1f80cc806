// Whose eyes words are for. Used by the other files here.

/** A person's zone and language, and their now. */
export type Reader = { zone: string; locale: string; at: Date };
