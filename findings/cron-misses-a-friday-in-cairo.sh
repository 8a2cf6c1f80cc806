#!/usr/bin/env bash
# Guess, written first: a schedule "Fridays at 9" in a person's own zone comes every Friday. Only what is set for an hour that a clock change leaves out can be
# missing; nine in the morning exists on every day.
#
# Seen on 2026-11-30 with github.com/dapr/kit 0.18.3 (reads the schedules of Dapr 1.18.3's Jobs) and github.com/robfig/cron/v3 3.0.1 (reads those of Kubernetes'
# CronJobs, and what Dapr's is made from), Go 1.24: after Friday 23 April 2027 the next is 7 May. 30 April is missing: that midnight Cairo's clocks go from 0:00 to 1:00,
# and the search for the day, which expects midnight, steps back over it. Beirut loses a Sunday the same way (28 March 2027); Santiago and Havana, which change at
# midnight too, lose nothing, nor does "every day at 9". So a schedule with a day in it is silent once a year in Egypt and Lebanon.
# croner 11.0.1 and cron-parser 5.10.6 give 30 April.
# In Punctual: no schedule is ever given to Dapr. domain/recurrence works dates out, a Job has one instant.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"

program() { # folder, import path, version
  mkdir "$1"
  cat >"$1/main.go" <<GO
package main

import (
	"fmt"
	"os"
	"time"
	_ "time/tzdata"

	"$2"
)

func main() {
	zone, _ := time.LoadLocation(os.Args[2])
	from, _ := time.ParseInLocation(time.DateOnly, os.Args[3], zone)
	parser := cron.NewParser(cron.Minute | cron.Hour | cron.Dom | cron.Month | cron.Dow)
	schedule, err := parser.Parse("CRON_TZ=" + os.Args[2] + " " + os.Args[1])
	if err != nil {
		panic(err)
	}
	first := schedule.Next(from)
	fmt.Println(first.In(zone).Format(time.DateOnly), schedule.Next(first).In(zone).Format(time.DateOnly))
}
GO
  module=${2%/cron}; [ "$1" = kit ] || module=$2
  (cd "$1" && go mod init x && go get "$module@$3" && go mod tidy && go build -o ../"$1-next" .) >"$1.log" 2>&1 || { cat "$1.log"; exit 1; }
}
program kit github.com/dapr/kit/cron v0.18.3
program robfig github.com/robfig/cron/v3 v3.0.1

npm init -y >/dev/null
npm install --silent --no-audit --no-fund croner@11.0.1 cron-parser@5.10.6
cat >next.cjs <<'JS'
const { Cron } = require("croner");
const { CronExpressionParser } = require("cron-parser");
const [who, schedule, zone, from] = process.argv.slice(2);
const start = new Date(`${from}T00:00:00Z`);
const two = {
  croner: () => new Cron(schedule, { timezone: zone, paused: true }).nextRuns(2, start),
  "cron-parser": () => {
    const dates = CronExpressionParser.parse(schedule, { tz: zone, currentDate: start });
    return [dates.next().toDate(), dates.next().toDate()];
  },
}[who]();
const day = new Intl.DateTimeFormat("en-CA", { timeZone: zone, dateStyle: "short" });
console.log(two.map((date) => day.format(date)).join(" "));
JS
fail=0
expect() { # who, schedule, zone, from, wanted, seen
  echo "$1: \"$2\" in $3, after $4: $6"
  [ "$5" = "$6" ] || { echo "  changed: it was $5"; fail=1; }
}
ask() { # schedule, zone, from, what Go's give, what JavaScript's give
  for who in kit robfig; do expect "$who" "$1" "$2" "$3" "$4" "$("./$who-next" "$1" "$2" "$3")"; done
  for who in croner cron-parser; do expect "$who" "$1" "$2" "$3" "$5" "$(node next.cjs "$who" "$1" "$2" "$3")"; done
}
ask "0 9 * * 5" Africa/Cairo 2027-04-20 "2027-04-23 2027-05-07" "2027-04-23 2027-04-30"
ask "0 9 * * 0" Asia/Beirut 2027-03-18 "2027-03-21 2027-04-04" "2027-03-21 2027-03-28"
ask "0 9 * * *" Africa/Cairo 2027-04-29 "2027-04-29 2027-04-30" "2027-04-29 2027-04-30"
ask "0 9 * * 0" America/Santiago 2027-08-30 "2027-09-05 2027-09-12" "2027-09-05 2027-09-12"
ask "0 9 * * 0" America/Havana 2027-03-10 "2027-03-14 2027-03-21" "2027-03-14 2027-03-21"
exit $fail
