// What the settings say of the browsers that are notified. Called by views/settings/push-devices.tsx.
import { area } from "./language.ts";

export const pushDeviceWords = area("pushDevice", {
  name: "Devices that are notified",
  hint: "Also while no page is open on them.",
  none: "None yet.",
  thisDevice: "this device",
  since: (day: string) => `since ${day}`,
  never: "nothing sent yet",
  last: (day: string) => `last notified ${day}`,
  remove: "Remove",
  removeOf: (device: string) => `Remove: ${device}`,
  test: "Send a test to all of them",
  testing: "Sending…",
  tested: "Sent to all that can be reached.",
  failed: (why: string) => `It did not get through: ${why}.`,
  pending: "Sent. Nobody has said yet whether it got through.",
});
