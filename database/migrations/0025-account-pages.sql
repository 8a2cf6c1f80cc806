-- An export reads the tasks of a person by id, which no change moves.
create index tasks_of_owner_by_id on tasks (owner_id, id);

-- What a sign-in by passkey or second step waits for is forgotten once it is over.
create index verification_expired on "verification" ("expiresAt");
