// An instant to the millisecond, on the person's clock. Called by the settings.
import { wallClock } from "./zone.ts";

export type Clock = { zone: string; locale: string };

/** Such as `09:00:00.041`, or `9:00:00.041 AM` where clocks say so. */
export const sayExactly = (instant: string, { zone, locale }: Clock): string => {
  const at = new Date(instant);
  const seconds = at.toISOString().slice(16, 23);
  const format = new Intl.DateTimeFormat(locale === "en" ? "en-GB" : locale, {
    hour: "numeric",
    minute: "2-digit",
    second: "2-digit",
    fractionalSecondDigits: 3,
    timeZone: "UTC",
  });
  return format.format(new Date(`${wallClock(at, zone)}${seconds}Z`));
};
