// German for push-devices.ts.
import type { Words } from "../language.ts";
import type { pushDeviceWords } from "../push-devices.ts";

export const pushDevice: Words<typeof pushDeviceWords> = {
  name: "Geräte, die benachrichtigt werden",
  hint: "Auch wenn auf ihnen keine Seite offen ist.",
  none: "Noch keine.",
  thisDevice: "dieses Gerät",
  since: (day) => `seit ${day}`,
  never: "noch nichts gesendet",
  last: (day) => `zuletzt benachrichtigt ${day}`,
  remove: "Entfernen",
  removeOf: (device) => `Entfernen: ${device}`,
  test: "Test an alle senden",
  testing: "Senden …",
  tested: "An alle gesendet, die erreichbar sind.",
  failed: (why) => `Es kam nicht durch: ${why}.`,
  pending: "Gesendet. Ob es durchkam, hat noch niemand gemeldet.",
};
