-- Whether a change of a person's directory is still being carried out on their tasks: asked before another one is drawn up.
create index commands_taking_along on commands (user_id) where status = 'started' and directory is not null;
