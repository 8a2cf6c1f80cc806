#!/bin/sh
# Makes the secrets that compose.yaml mounts, once: those that are there stay as they are. Needs nothing but a shell.
#   sh containers/secrets.sh [folder]
set -eu
folder=${1:-secrets}

# Only the owner gets into the folder. The files in it can be read by all, for inside a container it is another user who reads them.
mkdir -p "$folder"
chmod 700 "$folder"
umask 022

random() { od -An -vtx1 -N32 /dev/urandom | tr -d ' \n'; }

keep() { # name, content
  [ -s "$folder/$1" ] && return
  printf '%s\n' "$2" >"$folder/$1.new"
  mv "$folder/$1.new" "$folder/$1"
}

keep postgres_password "$(random)"
url="postgres://punctual:$(cat "$folder/postgres_password")@postgres:5432/punctual"
keep database_url "$url"
keep dapr.json "{\"postgresConnectionString\": \"$(cat "$folder/database_url")\"}"
keep auth_secret "$(random)"
# What a process and its sidecar know each other by. The sidecar reads it from its environment only.
for name in actors gateway consumers; do
  keep "$name.env" "DAPR_API_TOKEN=$(random)
APP_API_TOKEN=$(random)"
done
echo "the secrets are in $folder"
