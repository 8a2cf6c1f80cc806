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
import { channelsWords } from "../../words/channels.ts";

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
        <legend>{channelsWords.push.part}</legend>
        <p className="hint">{channelsWords.push[state]}</p>
        {state === "off" && (
          <button
            className="button button--small"
            type="button"
            disabled={busy}
            onClick={() => void turn(startPush(punctual))}
          >
            {channelsWords.push.notify}
          </button>
        )}
        {state === "on" && (
          <button
            className="button button--small"
            type="button"
            disabled={busy}
            onClick={() => void turn(stopPush(punctual))}
          >
            {channelsWords.push.stop}
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
