// That the settings were saved, as a sentence. Pure; called by the settings and the hint about the zone.
import { wishesWords } from "./wishes.ts";

/** What the page says after a change: `Settings saved. 3 reminders moved.` */
export const saySaved = (moved: number | undefined): string =>
  moved ? wishesWords.settings.moved(moved) : wishesWords.settings.saved;
