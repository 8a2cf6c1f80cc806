-- Which topic of each name the log was read from: Kafka gives a topic another id when it is made anew.
create table log_topics (
  name text primary key,
  topic_id text not null,
  seen_at timestamptz not null default now()
);
