// How a person is reminded beside the open page: e-mail, push, webhook. Called by drawer.tsx.
import { useState } from "react";
import type { Channel } from "../../../domain/reminder.ts";
import { newTicket } from "../../api/punctual.ts";
import { sentence } from "../../words/sentence.ts";
import { useWorkspace } from "../context.ts";
import type { FieldsProps } from "./clock.tsx";
import { Field } from "../field.tsx";
import { Switch } from "./reminding.tsx";

const channels: [Channel, string][] = [
  ["email", "E-mail"],
  ["push", "Push, to the browsers that take it"],
  ["webhook", "Webhook"],
];

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
          Show the signing secret
        </button>
      ) : (
        <>
          <output className="secret__text" aria-label="Signing secret">
            {shown}
          </output>
          <button
            className="link"
            type="button"
            onClick={() => void read(punctual.rotateWebhookSecret(newTicket()))}
          >
            Replace it
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

export const ChannelFields = ({ settings, problem, onSet }: FieldsProps) => {
  const chosen = settings.channels;
  const set = (channel: Channel, on: boolean): void =>
    onSet({
      channels: on ? [...chosen, channel] : chosen.filter((one) => one !== channel),
    });
  return (
    <fieldset className="settings__part">
      <legend>Also tell me by</legend>
      <p className="hint">Every open page shows every reminder. These come beside that.</p>
      {channels.map(([channel, label]) => (
        <Switch
          key={channel}
          id={`set-${channel}`}
          label={label}
          on={chosen.includes(channel)}
          onSwitch={(on) => set(channel, on)}
        />
      ))}
      {(chosen.includes("webhook") || settings.webhookUrl !== null) && (
        <>
          <Field
            id="set-webhook-url"
            label="Webhooks go to"
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
