// The shapes of the reminder and recurrence routes, as the page reads them. Used by punctual.ts and the views.
import type { Id, Instant } from "../../domain/ids.ts";
import type { Channel, ReminderState, Trigger } from "../../domain/reminder.ts";

import type { Settings } from "../../domain/settings.ts";
import type { When } from "../../domain/when.ts";

/** What became of a notification on one channel; `in_app` are the open pages. */
export type DeliveryDoc = {
  channel: Channel | "in_app";
  state: "pending" | "accepted" | "failed";
  attempts?: number;
  acceptedAt: Instant | null;
  nextAttemptAt?: Instant | null;
  reason?: string | null;
};

/** Whether a channel can be chosen, and why not. */
export type ChannelDoc = { channel: Channel; available: boolean; reason: string | null };

/** What came of a try of a channel. */
export type ChannelTestDoc = {
  channel: Channel;
  state: "accepted" | "failed" | "pending";
  acceptedAt: Instant | null;
  reason: string | null;
};

/** A reminder with what became of it. */
export type ReminderDoc = {
  id: Id;
  taskId: Id;
  title: string;
  trigger: Trigger;
  channels: Channel[] | null;
  state: ReminderState;
  generation: number;
  plannedFor: Instant | null;
  scheduledFor: Instant | null;
  firedAt: Instant | null;
  lateByMs: number | null;
  deliveries: DeliveryDoc[];
};

/** When a snoozed reminder is told again: by a name whose meaning is in the person's settings, or at an instant. */
export type Snooze = { preset: "10m" | "1h" | "evening" | "tomorrow" } | { until: Instant };

/** A date of a series, with a sentence when it is not what one would expect. */
export type DateDoc = { local: string; instant: Instant; note: string | null };

export type PreviewDoc = { description: string; dates: DateDoc[] };

/** A date of a series that is over. */
export type PassedDoc = { slot: string; outcome: string; at: Instant };

export type OccurrencesDoc = {
  past: PassedDoc[];
  current: { slot: string; due: When } | null;
  next: DateDoc[];
};

/** The settings after a change; `remindersMoved` says how many reminders are told at another time now. */
export type SettingsAnswer = Settings & { remindersMoved?: number };

/** A browser that is notified; `agent`: what it said it is. */
export type PushDeviceDoc = {
  id: Id;
  device: string | null;
  agent: string | null;
  createdAt: string;
  pushedAt: string | null;
};
