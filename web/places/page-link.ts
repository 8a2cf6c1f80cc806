// The link of a letter or an invitation, read from the address. Pure; called by views/app.tsx.

/** What a link to this page asks for, behind its #: a new password, a proof of an address, an invitation. */
export type PageLink = { is: "reset" | "confirm" | "invite"; code: string };

export const readPageLink = (hash: string): PageLink | null => {
  const [, is, code] = /^#(reset|confirm|invite)=([0-9A-Za-z-]{20,40})$/.exec(hash) ?? [];
  return is === undefined || code === undefined ? null : { is: is as PageLink["is"], code };
};
