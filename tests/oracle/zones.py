"""Wall clocks and their instants by Python's zoneinfo and the PyPI package tzdata, the oracle of domain/zones. Started by
tests/oracle/zones.ts.

Reads {"from", "until"} (seconds since 1970) from stdin. Writes {"release", "zones": {name: [[wall, utc], ...]}} to stdout, both
in minutes since 1970: every half hour around each clock change, and a time of day every 29 days.
"""

import datetime
import importlib.resources
import json
import sys
import zoneinfo

import tzdata

UTC = datetime.timezone.utc
EPOCH = datetime.datetime(1970, 1, 1)
DAY = 86_400
zoneinfo.reset_tzpath(to=[])  # the package's data, never the machine's


def offset_at(zone, seconds):
    return datetime.datetime.fromtimestamp(seconds, UTC).astimezone(zone).utcoffset().total_seconds()


def changes(zone, start, end):
    """The seconds at which the clock of a zone is changed; no zone changes it twice within four days."""
    before = start
    for after in range(start + 4 * DAY, end, 4 * DAY):
        low, high, old = before, after, offset_at(zone, before)
        before = after
        if offset_at(zone, after) == old:
            continue
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (middle, high) if offset_at(zone, middle) == old else (low, middle)
        yield high, old


def instant(zone, wall):
    """fold=0: of two instants the first, and over a gap by the offset before it, which is Temporal's `compatible` (PEP 495)."""
    local = EPOCH + datetime.timedelta(minutes=wall)
    return round((local.replace(tzinfo=zone).astimezone(UTC).replace(tzinfo=None) - EPOCH).total_seconds() / 60)


def walls(zone, start, end):
    for minute in range(start // 60 + 9 * 60, end // 60, 29 * 1440):
        yield minute
    for at, old in changes(zone, start, end):
        around = round((at + old) / 60)
        yield from range(around - 120, around + 121, 30)


asked = json.load(sys.stdin)
names = (importlib.resources.files("tzdata") / "zones").read_text().split()
zones = {}
for name in names:
    zone = zoneinfo.ZoneInfo(name)
    zones[name] = [[wall, instant(zone, wall)] for wall in walls(zone, asked["from"], asked["until"])]
json.dump({"release": tzdata.IANA_VERSION, "zones": zones}, sys.stdout)
