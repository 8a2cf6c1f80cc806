// Names of time zones as people type them after a time: "CET", "Europe/Berlin". Called by clock-times.ts.

/** Abbreviations that mean one zone to nearly everyone. IST, CST of China and BST of Bangladesh are left to full names. */
const abbreviations: Record<string, string> = {
  UTC: "UTC",
  GMT: "UTC",
  Z: "UTC",
  EST: "America/New_York",
  EDT: "America/New_York",
  ET: "America/New_York",
  CST: "America/Chicago",
  CDT: "America/Chicago",
  MST: "America/Denver",
  MDT: "America/Denver",
  PST: "America/Los_Angeles",
  PDT: "America/Los_Angeles",
  PT: "America/Los_Angeles",
  CET: "Europe/Berlin",
  CEST: "Europe/Berlin",
  EET: "Europe/Helsinki",
  EEST: "Europe/Helsinki",
  WET: "Europe/Lisbon",
  BST: "Europe/London",
  JST: "Asia/Tokyo",
  AEST: "Australia/Sydney",
  AEDT: "Australia/Sydney",
};

/** Pattern of what may be a zone. */
export const zonePattern = `(?:${Object.keys(abbreviations)
  .filter((name) => name.length > 1)
  .join(
    "|",
  )})(?![\\p{L}])|(?:Africa|America|Antarctica|Asia|Atlantic|Australia|Etc|Europe|Indian|Pacific)(?:\\/[A-Za-z_+-]+){1,2}`;

/** The IANA zone a name means, whatever its case; null when it means none. */
export const zoneNamed = (name: string): string | null => {
  const known = abbreviations[name.toUpperCase()];
  if (known !== undefined) return known;
  const capitals = name
    .toLowerCase()
    .replaceAll(/(^|[/_-])\p{L}/gu, (start) => start.toUpperCase());
  try {
    new Intl.DateTimeFormat("en", { timeZone: capitals });
    return capitals;
  } catch {
    return null;
  }
};
