// What this browser knows about its person: zone, language, first day of the week. Called after sign-up and by the zone hint.
import type { Settings } from "../../domain/settings.ts";
import { browserZone } from "./zone.ts";

type WeekInfo = { firstDay: number };

const weekStart = (locale: string): number | undefined => {
  try {
    const known = new Intl.Locale(locale) as Intl.Locale & { getWeekInfo?: () => WeekInfo };
    return known.getWeekInfo?.().firstDay;
  } catch {
    return undefined;
  }
};

/** The settings to begin with. What the browser does not say, or says in a form we do not take, is left out. */
export const browserSettings = (locale: string = navigator.language): Partial<Settings> => {
  const first = weekStart(locale);
  return {
    timeZone: browserZone(),
    ...(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(locale) && { locale }),
    ...(first !== undefined && { weekStart: first }),
  };
};
