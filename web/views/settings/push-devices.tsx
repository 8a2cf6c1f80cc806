// The browsers a person is notified in, wherever they are: when last, a test, and an end to it. Called by drawer.tsx.
import { useEffect, useState } from "react";
import { deviceId } from "../../api/device.ts";
import { newTicket } from "../../api/punctual.ts";
import type { PushDeviceDoc } from "../../api/reminders.ts";
import { stopPush } from "../../push/subscribe.ts";
import { sayInstant } from "../../time/say.ts";
import { sayDevice } from "../../words/own-account.ts";
import { pushDeviceWords as words } from "../../words/push-devices.ts";
import { inside, sentence } from "../../words/sentence.ts";
import { useNow, useWorkspace } from "../context.ts";

type RowProps = { device: PushDeviceDoc; busy: boolean; onRemove: () => void };

const Row = ({ device, busy, onRemove }: RowProps) => {
  const { settings } = useWorkspace();
  const { at, zone } = useNow();
  const say = (instant: string): string => inside(sayInstant(instant, at, zone, settings.locale));
  const name = sayDevice(device.agent);
  const facts = [
    ...(device.device === deviceId() ? [words.thisDevice] : []),
    words.since(say(device.createdAt)),
    device.pushedAt === null ? words.never : words.last(say(device.pushedAt)),
  ];
  return (
    <li className="token">
      <p className="token__what">
        <strong>{name}</strong>
        <span className="hint">{facts.join(" · ")}</span>
      </p>
      <button
        className="link link--danger"
        type="button"
        disabled={busy}
        aria-label={words.removeOf(name)}
        onClick={onRemove}
      >
        {words.remove}
      </button>
    </li>
  );
};

/** Read when it is first shown: a browser that is switched on or off makes it another one. */
export const PushDevices = ({ onRemoved }: { onRemoved: () => void }) => {
  const { punctual } = useWorkspace();
  const [devices, setDevices] = useState<readonly PushDeviceDoc[] | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const read = async (): Promise<void> => {
    const answer = await punctual.readPushDevices();
    if (answer.ok) setDevices(answer.value.subscriptions);
    else setSaid(sentence(answer.problem.message));
  };
  useEffect(() => {
    let isOver = false;
    void punctual.readPushDevices().then((answer) => {
      if (isOver) return;
      if (answer.ok) setDevices(answer.value.subscriptions);
      else setSaid(sentence(answer.problem.message));
    });
    return () => {
      isOver = true;
    };
  }, [punctual]);

  const remove = async ({ id, device }: PushDeviceDoc): Promise<void> => {
    setBusy(true);
    const answer = await punctual.removePushDevice(id, newTicket());
    // This very browser is to know it, too.
    if (answer.ok && device === deviceId()) await stopPush(punctual).catch(() => undefined);
    if (!answer.ok) setSaid(sentence(answer.problem.message));
    setBusy(false);
    onRemoved();
    await read();
  };
  const test = async (): Promise<void> => {
    setBusy(true);
    setSaid(null);
    const answer = await punctual.testChannel("push", newTicket());
    setBusy(false);
    if (!answer.ok) setSaid(sentence(answer.problem.message));
    else if (answer.value.state === "failed") setSaid(words.failed(answer.value.reason ?? ""));
    else setSaid(answer.value.state === "accepted" ? words.tested : words.pending);
    await read();
  };
  if (devices === null && said === null) return null;
  return (
    <section className="settings__part" aria-labelledby="push-devices">
      <h3 id="push-devices" className="settings__name">
        {words.name}
      </h3>
      <p className="hint">{devices?.length === 0 ? words.none : words.hint}</p>
      {devices !== null && devices.length > 0 && (
        <>
          <ul className="tokens" aria-label={words.name}>
            {devices.map((device) => (
              <Row
                key={device.id}
                device={device}
                busy={busy}
                onRemove={() => void remove(device)}
              />
            ))}
          </ul>
          <button
            className="button button--small"
            type="button"
            disabled={busy}
            onClick={() => void test()}
          >
            {busy ? words.testing : words.test}
          </button>
        </>
      )}
      <output className="hint">{said}</output>
    </section>
  );
};
