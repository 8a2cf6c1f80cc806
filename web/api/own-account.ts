// The account of who is signed in, and its routes. Called by the account page.
import type { Id, Instant } from "../../domain/ids.ts";
import { type Answer, request } from "./request.ts";

export type OwnAccount = {
  id: Id;
  name: string;
  email: string;
  emailVerified: boolean;
  newEmail: string | null;
  createdAt: Instant;
  recoveryCodeMadeAt: Instant | null;
  twoFactor: boolean;
  mail: boolean;
  signUp: "open" | "invite" | "closed";
};

export type SessionDoc = {
  id: Id;
  isCurrent: boolean;
  createdAt: Instant;
  usedAt: Instant;
  expiresAt: Instant;
  address: string | null;
  agent: string | null;
};

export type AccountEventDoc = {
  id: Id;
  type: string;
  at: Instant;
  address: string | null;
  agent: string | null;
  detail: string | null;
};

export type InvitationDoc = { id: Id; createdAt: Instant; expiresAt: Instant };
export type MadeInvitation = InvitationDoc & { code: string; link: string };

export type PasskeyDoc = { id: string; name?: string | null; createdAt: Instant | null };

const at = "/api/v1/account";
const post = <T>(path: string, body: object = {}): Promise<Answer<T>> =>
  request<T>(path, { method: "POST", body });

export const readOwnAccount = (): Promise<Answer<OwnAccount>> => request(at);
export const rename = (name: string): Promise<Answer<OwnAccount>> =>
  request(at, { method: "PATCH", body: { name } });
export const changeEmail = (
  email: string,
  password: string,
): Promise<Answer<{ email: string; sentTo: string | null }>> =>
  post(`${at}/email`, { email, password });
export const changePassword = (what: {
  currentPassword: string;
  newPassword: string;
  endTokens: boolean;
}): Promise<Answer<null>> => post(`${at}/password`, what);
export const makeRecoveryCode = (password: string): Promise<Answer<{ recoveryCode: string }>> =>
  post(`${at}/recovery-code`, { password });
export const deleteAccount = (password: string): Promise<Answer<{ remainsUntil: Instant }>> =>
  post(`${at}/delete`, { password });

export const readSessions = (): Promise<Answer<{ sessions: SessionDoc[] }>> =>
  request(`${at}/sessions`);
export const endSession = (id: Id): Promise<Answer<null>> =>
  request(`${at}/sessions/${id}`, { method: "DELETE" });
export const endOtherSessions = (): Promise<Answer<{ ended: number }>> =>
  post(`${at}/sessions/end-others`);
export const readAccountEvents = (before?: Id): Promise<Answer<{ events: AccountEventDoc[] }>> =>
  request(`${at}/events?limit=20${before === undefined ? "" : `&before=${before}`}`);

export const readInvitations = (): Promise<Answer<{ invitations: InvitationDoc[] }>> =>
  request(`${at}/invitations`);
export const invite = (days: number): Promise<Answer<MadeInvitation>> =>
  post(`${at}/invitations`, { days });
export const takeInvitationBack = (id: Id): Promise<Answer<null>> =>
  request(`${at}/invitations/${id}`, { method: "DELETE" });

/** Begins a second step: the address for an app, and codes for a day without it. It is on once `proveSecond` took a code. */
export const beginSecondStep = (
  password: string,
): Promise<Answer<{ totpURI: string; backupCodes: string[] }>> =>
  post("/api/auth/two-factor/enable", { password });
export const endSecondStep = (password: string): Promise<Answer<unknown>> =>
  post("/api/auth/two-factor/disable", { password });
export const renewBackupCodes = (password: string): Promise<Answer<{ backupCodes: string[] }>> =>
  post("/api/auth/two-factor/generate-backup-codes", { password });

export const readPasskeys = (): Promise<Answer<PasskeyDoc[]>> =>
  request("/api/auth/passkey/list-user-passkeys");
export const removePasskey = (id: string): Promise<Answer<unknown>> =>
  post("/api/auth/passkey/delete-passkey", { id });
