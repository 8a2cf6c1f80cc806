// Names of time zones as people type them after a time: "CET", "Europe/Berlin", "London time", "Eastern". Called by time-words.ts.

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
  KST: "Asia/Seoul",
  SGT: "Asia/Singapore",
  HKT: "Asia/Hong_Kong",
  AEST: "Australia/Sydney",
  AEDT: "Australia/Sydney",
  AWST: "Australia/Perth",
  NZST: "Pacific/Auckland",
  NZDT: "Pacific/Auckland",
};

/** Places people name that are no city of the zone database, and the zones of North America by their names. */
const places: Record<string, string> = {
  eastern: "America/New_York",
  central: "America/Chicago",
  mountain: "America/Denver",
  pacific: "America/Los_Angeles",
  nyc: "America/New_York",
  boston: "America/New_York",
  washington: "America/New_York",
  miami: "America/New_York",
  la: "America/Los_Angeles",
  "san francisco": "America/Los_Angeles",
  sf: "America/Los_Angeles",
  seattle: "America/Los_Angeles",
  california: "America/Los_Angeles",
  texas: "America/Chicago",
  uk: "Europe/London",
  "central european": "Europe/Berlin",
  german: "Europe/Berlin",
  munich: "Europe/Berlin",
  hamburg: "Europe/Berlin",
  french: "Europe/Paris",
  geneva: "Europe/Zurich",
  barcelona: "Europe/Madrid",
  milan: "Europe/Rome",
  india: "Asia/Kolkata",
  indian: "Asia/Kolkata",
  mumbai: "Asia/Kolkata",
  delhi: "Asia/Kolkata",
  bangalore: "Asia/Kolkata",
  beijing: "Asia/Shanghai",
  china: "Asia/Shanghai",
  japan: "Asia/Tokyo",
  korea: "Asia/Seoul",
};

/** Cities of the zone database by their name in small letters. Read once: the list is long. */
let cities: Map<string, string> | undefined;
const cityZone = (name: string): string | undefined => {
  cities ??= new Map(
    Intl.supportedValuesOf("timeZone").map((zone) => [
      (zone.split("/").at(-1) ?? "").toLowerCase().replaceAll("_", " "),
      zone,
    ]),
  );
  return cities.get(name);
};

const ofAmerica = "(?:eastern|central|mountain|pacific)(?:\\s+(?:standard\\s+|daylight\\s+)?time)?";

/** Pattern of what may be a zone. */
export const zonePattern = `(?:${Object.keys(abbreviations)
  .filter((name) => name.length > 1)
  .join(
    "|",
  )})(?![\\p{L}])|(?:Africa|America|Antarctica|Asia|Atlantic|Australia|Etc|Europe|Indian|Pacific)(?:\\/[A-Za-z_+-]+){1,2}|${ofAmerica}(?![\\p{L}])|(?:in\\s+)?\\p{L}+(?:\\s\\p{L}+)?\\s+time(?![\\p{L}])`;

/** The IANA zone a name means, whatever its case; null when it means none. */
export const zoneNamed = (name: string): string | null => {
  const known = abbreviations[name.toUpperCase()];
  if (known !== undefined) return known;
  const place = name
    .toLowerCase()
    .replace(/^in\s+/, "")
    .replace(/(?:\s+(?:standard|daylight))?\s+time$/, "")
    .replaceAll(/\s+/g, " ");
  if (!name.includes("/")) return places[place] ?? cityZone(place) ?? null;
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
