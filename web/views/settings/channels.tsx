// How a person is reminded beside the open page: e-mail, push, webhook. Called by drawer.tsx.
import { useEffect, useState } from "react";
import type { Channel } from "../../../domain/reminder.ts";
import { newTicket } from "../../api/punctual.ts";
import type { ChannelTestDoc } from "../../api/reminders.ts";
import { type Clock, sayExactly } from "../../time/exactly.ts";
import { sentence } from "../../words/sentence.ts";
import { useWorkspace } from "../context.ts";
import type { FieldsProps } from "./clock.tsx";
import { Field } from "../field.tsx";
import { Switch } from "./reminding.tsx";
import { channelsWords } from "../../words/channels.ts";

const channels: readonly Channel[] = ["email", "push", "webhook"];

/** What webhooks are signed with: shown when asked for, replaced when asked for. */
const Secret = () => {
  const { punctual } = useWorkspace();
  const [shown, setShown] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const read = async (asked: ReturnType<typeof punctual.readWebhookSecret>): Promise<void> => {
    const answer = await asked;
    setProblem(answer.ok ? null : sentence(answer.problem.message));
    if (answer.ok) setShown(answer.value.secret);
  };
  return (
    <div className="secret">
      {shown === null ? (
        <button
          className="link"
          type="button"
          onClick={() => void read(punctual.readWebhookSecret())}
        >
          {channelsWords.secret.show}
        </button>
      ) : (
        <>
          <output className="secret__text" aria-label={channelsWords.secret.label}>
            {shown}
          </output>
          <button
            className="link"
            type="button"
            onClick={() => void read(punctual.rotateWebhookSecret(newTicket()))}
          >
            {channelsWords.secret.replace}
          </button>
        </>
      )}
      {problem !== null && (
        <p className="error" role="alert">
          {problem}
        </p>
      )}
    </div>
  );
};

const sayTest = ({ state, acceptedAt, reason }: ChannelTestDoc, clock: Clock): string => {
  if (state === "accepted" && acceptedAt !== null)
    return channelsWords.test.taken(sayExactly(acceptedAt, clock));
  return state === "failed"
    ? channelsWords.test.failed(reason ?? channelsWords.test.unknown)
    : channelsWords.test.sent;
};

/** Sends a message by a channel at once, with the settings as they are saved. */
const TestButton = ({ channel }: { channel: Channel }) => {
  const { punctual, settings } = useWorkspace();
  const [result, setResult] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const test = async (): Promise<void> => {
    setBusy(true);
    setResult(null);
    const answer = await punctual.testChannel(channel, newTicket());
    setBusy(false);
    const clock = { zone: settings.timeZone, locale: settings.locale };
    setResult(answer.ok ? sayTest(answer.value, clock) : sentence(answer.problem.message));
  };
  return (
    <div className="channel-test">
      <button
        className="button button--small"
        type="button"
        disabled={busy}
        aria-label={channelsWords.test.by[channel]}
        onClick={() => void test()}
      >
        {busy ? channelsWords.test.sending : channelsWords.test.send}
      </button>
      {result !== null && <output className="hint">{result}</output>}
    </div>
  );
};

/** Why a channel cannot be had here, by its name. What is chosen already can always be taken back. */
const useMissing = (): Partial<Record<Channel, string>> => {
  const { punctual } = useWorkspace();
  const [missing, setMissing] = useState<Partial<Record<Channel, string>>>({});
  useEffect(() => {
    void punctual.readChannels().then((answer) => {
      if (!answer.ok) return;
      const found = answer.value.channels.filter(({ available }) => !available);
      setMissing(Object.fromEntries(found.map(({ channel, reason }) => [channel, reason ?? ""])));
    });
  }, [punctual]);
  return missing;
};

export const ChannelFields = ({ settings, problem, onSet }: FieldsProps) => {
  const chosen = settings.channels;
  const missing = useMissing();
  const set = (channel: Channel, on: boolean): void =>
    onSet({
      channels: on ? [...chosen, channel] : chosen.filter((one) => one !== channel),
    });
  return (
    <fieldset className="settings__part">
      <legend>{channelsWords.part}</legend>
      <p className="hint">{channelsWords.hint}</p>
      {channels.map((channel) => (
        <div key={channel} className="channel">
          <Switch
            id={`set-${channel}`}
            label={[channelsWords.names[channel], missing[channel]].filter(Boolean).join(": ")}
            on={chosen.includes(channel)}
            off={missing[channel] !== undefined && !chosen.includes(channel)}
            onSwitch={(on) => set(channel, on)}
          />
          {missing[channel] === undefined && chosen.includes(channel) && (
            <TestButton channel={channel} />
          )}
        </div>
      ))}
      {(chosen.includes("webhook") || settings.webhookUrl !== null) && (
        <>
          <Field
            id="set-webhook-url"
            label={channelsWords.webhookUrl}
            value={settings.webhookUrl ?? ""}
            placeholder="https://example.org/hook"
            error={problem?.field === "webhookUrl" ? problem.message : null}
            onChange={(url) => onSet({ webhookUrl: url.trim() === "" ? null : url.trim() })}
          />
          <Secret />
        </>
      )}
    </fieldset>
  );
};
