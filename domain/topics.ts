// The Kafka topics, who keeps what how long: the log (task-events, reminders), and what the log's reader makes of it (task-updates,
// follow-ups). The platform makes them; the key of every record is the owner's user id.
const day = 24 * 60 * 60 * 1000;

/** Names, partitions and retention (ms) of every topic. */
export const topics = [
  { name: "task-events", partitions: 6, retentionMs: 30 * day },
  { name: "reminders", partitions: 6, retentionMs: 30 * day },
  { name: "task-updates", partitions: 6, retentionMs: day },
  { name: "follow-ups", partitions: 6, retentionMs: 30 * day },
  { name: "audit.dead-letter", partitions: 1, retentionMs: 30 * day },
  { name: "search.dead-letter", partitions: 1, retentionMs: 30 * day },
  { name: "notify.dead-letter", partitions: 1, retentionMs: 30 * day },
  { name: "follow.dead-letter", partitions: 1, retentionMs: 30 * day },
] as const;
export type TopicName = (typeof topics)[number]["name"];
