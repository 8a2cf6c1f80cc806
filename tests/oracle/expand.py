"""Expands recurrence rules with python-dateutil, the oracle of domain/recurrence. Started by tests/oracle/dateutil.ts.

Reads one JSON array of questions from stdin, writes one JSON array of lists of wall clocks to stdout. Where dateutil reads a
rule in another way than RFC 5545 or than we do, the question is put in another way; docs/recurrence.md explains each.
`plain` asks dateutil without that.
"""

import datetime
import json
import re
import sys

from dateutil import rrule, tz

WEEKDAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]


def read_wall(text):
    return datetime.datetime.strptime(text, "%Y-%m-%dT%H:%M" if "T" in text else "%Y-%m-%d")


def expand(question):
    # dateutil searches until this year, even for what never comes; it reads the constant anew each time.
    datetime.MAXYEAR = question["lastYear"]
    start, limit, plain = read_wall(question["start"]), question["limit"], question.get("plain", False)
    timed = "T" in question["start"]
    parts = dict(part.split("=") for part in question["rule"].split(";"))
    # An UNTIL in UTC is only accepted beside a start with a zone.
    in_utc = parts.get("UNTIL", "").endswith("Z")
    zone = tz.gettz(question["zone"]) if in_utc else None
    dates = with_repairs(parts, start, timed, zone) if not plain else walk(parts, start.replace(tzinfo=zone))
    excluded = [value.replace("Z", "") for value in question["exdates"]]
    found = []
    for at in dates:
        at = at.replace(tzinfo=None)
        if at.year > question["lastYear"]:  # a week that began in the last year may end in the next
            break
        stamp = at.strftime("%Y%m%dT%H%M%S")
        if stamp in excluded or (not plain and stamp[:8] in excluded):
            continue
        found.append(at.strftime("%Y-%m-%dT%H:%M" if timed else "%Y-%m-%d"))
        if len(found) == limit:
            break
    return found


def walk(parts, start):
    return iter(rrule.rrulestr(";".join(f"{name}={value}" for name, value in parts.items()), dtstart=start))


def with_repairs(parts, start, timed, zone):
    parts = dict(parts)
    if timed and re.fullmatch(r"\d{8}", parts.get("UNTIL", "")):
        parts["UNTIL"] += "T235959"  # a day as UNTIL is that whole day
    count = int(parts.pop("COUNT", sys.maxsize))
    begin = start
    if parts["FREQ"] == "WEEKLY" and "BYSETPOS" in parts:
        # dateutil counts places in what is left of the first week; the RFC counts them in the whole week.
        begin -= datetime.timedelta(days=(start.weekday() - WEEKDAYS.index(parts.get("WKST", "MO"))) % 7)
    begin = begin.replace(tzinfo=zone)
    days = parts.get("BYDAY", "").split(",")
    counted = [day for day in days if re.match(r"[+-]?\d", day)]
    if counted and len(counted) < len(days):
        # dateutil asks for a day that is both "every Monday" and "the first Tuesday"; the RFC takes either.
        both = rrule.rruleset()
        for group in (counted, [day for day in days if day not in counted]):
            said = ";".join(f"{name}={value}" for name, value in {**parts, "BYDAY": ",".join(group)}.items())
            both.rrule(rrule.rrulestr(said, dtstart=begin))
        dates = iter(both)
    else:
        dates = walk(parts, begin)
    for at in dates:
        if at.replace(tzinfo=None) < start:
            continue
        if count == 0:
            return
        count -= 1
        yield at


json.dump([expand(question) for question in json.load(sys.stdin)], sys.stdout)
