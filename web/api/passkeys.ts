// Passkeys of this browser (WebAuthn): adding one, and signing in with one. Loaded when one of both is asked for.
import {
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
} from "@simplewebauthn/browser";
import type { Account } from "./account.ts";
import type { Problem } from "./problem.ts";
import { type Answer, request } from "./request.ts";
import { lineWords } from "../words/line.ts";

const given = (message: string): { ok: false; problem: Problem } => ({
  ok: false,
  problem: { code: "invalid", status: 0, message, fields: [] },
});

/** The person said no, took too long, or this browser cannot do it. */
const refused = (error: unknown): { ok: false; problem: Problem } => {
  const { name } = error as { name?: string };
  if (name === "InvalidStateError") return given(lineWords.passkeys.known);
  if (name === "NotAllowedError" || name === "AbortError") return given(lineWords.passkeys.unused);
  return given(lineWords.passkeys.unable);
};

/** Makes a passkey on this device; `name` is how the list calls it. */
export const addPasskey = async (password: string, name: string): Promise<Answer<unknown>> => {
  const asked = await request<PublicKeyCredentialCreationOptionsJSON>(
    "/api/auth/passkey/generate-register-options",
    { method: "POST", body: { password } },
  );
  if (!asked.ok) return asked;
  try {
    const response = await startRegistration({ optionsJSON: asked.value });
    return await request("/api/auth/passkey/verify-registration", {
      method: "POST",
      body: { response, name },
    });
  } catch (error) {
    return refused(error);
  }
};

/** Signs in with one of the passkeys that this device has. */
export const signInWithPasskey = async (): Promise<Answer<{ user: Account }>> => {
  const asked = await request<PublicKeyCredentialRequestOptionsJSON>(
    "/api/auth/passkey/generate-authenticate-options",
  );
  if (!asked.ok) return asked;
  try {
    const response = await startAuthentication({ optionsJSON: asked.value });
    return await request("/api/auth/passkey/verify-authentication", {
      method: "POST",
      body: { response },
    });
  } catch (error) {
    return refused(error);
  }
};
