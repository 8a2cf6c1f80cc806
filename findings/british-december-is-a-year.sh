#!/usr/bin/env bash
# Guess, written first: a date with the name of its month cannot be misread, so a parser's British reading differs from its American one in figures only:
# "3/4" is another day, "Dec 9", "Dec 15" and "15 Dec" are the same.
#
# Seen on 2026-11-29 with chrono-node 2.10.3, read on 25 November 2026: `en.GB` reads "Dec 9" as 9 December 2026 and "Dec 15" as 1 December 2015, "Dec 31" as
# 1 December 2031. Two plain figures after a month are a year to it, one figure is a day, and "Dec 15th" or "15 Dec" is a day again; a clock time beside it
# ("Dec 15 at 5pm") changes nothing. `en` reads all of them as days. So of the dates of a month, the first nine are right and the others are off by years.
# In Punctual: domain/language/dates/calendar-dates.ts takes names from the American reading; domain/language/dates/written-dates.test.ts holds it.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund chrono-node@2.10.3

cat >read.cjs <<'JS'
const { en } = require("chrono-node");
const reader = { "en.GB": en.GB, en: en.casual }[process.argv[2]];
const said = ["Dec 9", "Dec 15", "Dec 15th", "15 Dec", "Dec 15 at 5pm", "Dec 31", "3/4/2027"];
const days = said.map((text) => {
  const at = reader.parseDate(text, new Date(2026, 10, 25, 10));
  return [at.getFullYear(), at.getMonth() + 1, at.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
});
console.log(days.join(" "));
JS
fail=0
expect() { # reader, wanted, seen
  echo "$1 reads Dec 9 | Dec 15 | Dec 15th | 15 Dec | Dec 15 at 5pm | Dec 31 | 3/4/2027 as: $3"
  [ "$2" = "$3" ] || { echo "  changed: it was $2"; fail=1; }
}
expect en.GB "2026-12-09 2015-12-01 2026-12-15 2026-12-15 2015-12-01 2031-12-01 2027-04-03" "$(node read.cjs en.GB)"
expect en "2026-12-09 2026-12-15 2026-12-15 2026-12-15 2026-12-15 2026-12-31 2027-03-04" "$(node read.cjs en)"
exit $fail
