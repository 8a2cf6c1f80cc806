// Whether this very browser is pushed to. Done at once: it is the browser's setting, not the person's. Called by drawer.tsx.
import { useEffect, useState } from "react";
import {
  type PushResult,
  type PushState,
  readPushState,
  startPush,
  stopPush,
} from "../../push/subscribe.ts";
import { useWorkspace } from "../context.ts";
import { PushDevices } from "./push-devices.tsx";

const words: Record<PushState, string> = {
  unsupported: "This browser takes no pushes here. They need https, or localhost.",
  blocked:
    "Notifications of this site are blocked in this browser; its own settings can allow them.",
  off: "This browser is not notified while no page is open.",
  on: "This browser is notified even while no page is open.",
};

export const PushField = () => {
  const { punctual } = useWorkspace();
  const [state, setState] = useState<PushState | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const look = (): void => void readPushState().then(setState, () => setState("unsupported"));
  useEffect(look, []);
  const turn = async (work: Promise<PushResult>): Promise<void> => {
    setBusy(true);
    const result = await work;
    setBusy(false);
    setProblem(result.ok ? null : result.reason);
    if (result.ok) setState(result.state);
  };
  if (state === null) return null;
  return (
    <>
      <fieldset className="settings__part">
        <legend>This browser</legend>
        <p className="hint">{words[state]}</p>
        {state === "off" && (
          <button
            className="button button--small"
            type="button"
            disabled={busy}
            onClick={() => void turn(startPush(punctual))}
          >
            Notify this browser
          </button>
        )}
        {state === "on" && (
          <button
            className="button button--small"
            type="button"
            disabled={busy}
            onClick={() => void turn(stopPush(punctual))}
          >
            Stop notifying it
          </button>
        )}
        {problem !== null && (
          <p className="error" role="alert">
            {problem}
          </p>
        )}
      </fieldset>
      <PushDevices key={state} onRemoved={look} />
    </>
  );
};
