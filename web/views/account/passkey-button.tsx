// Signing in with a passkey of this device. Loaded beside the form. Called by sign-in.tsx.
import type { Account } from "../../api/account.ts";
import { Trouble } from "./part.tsx";
import { noPasskeys } from "./passkeys.tsx";
import { useAsk } from "./use-ask.ts";
import { signInWords } from "../../words/sign-in.ts";

type Props = {
  host: string;
  onEntered: (account: Account, isNew: boolean) => Promise<void>;
};

const PasskeyButton = ({ host, onEntered }: Props) => {
  const { busy, wrong, ask } = useAsk();
  if (noPasskeys(host === "" ? null : host) !== null) return null;
  const enter = async (): Promise<void> => {
    const { signInWithPasskey } = await import("../../api/passkeys.ts");
    const answer = await ask(signInWithPasskey);
    if (answer.ok) await onEntered(answer.value.user, false);
  };
  return (
    <>
      <button className="button" type="button" disabled={busy} onClick={() => void enter()}>
        {signInWords.withPasskey}
      </button>
      <Trouble wrong={wrong} />
    </>
  );
};

export default PasskeyButton;
