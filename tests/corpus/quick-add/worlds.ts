// When and where the lines of the corpus are read, and what projects and tags there are. Used by its files.
import type { World } from "./case.ts";

/** Wednesday, 25 November 2026 at 10:00 in Berlin. */
export const berlin: World = {
  now: "2026-11-25T09:00:00.000Z",
  zone: "Europe/Berlin",
  locale: "en",
  projects: ["Work", "Home Office"],
  tags: [],
};

/** Tuesday, 10 March 2026 at 14:20 in New York. */
export const newYork: World = {
  now: "2026-03-10T18:20:00.000Z",
  zone: "America/New_York",
  locale: "en-US",
  projects: ["Work", "House Hunt"],
  tags: ["kids"],
};

/** Friday, 17 July 2026 at 08:05 in London. */
export const london: World = {
  now: "2026-07-17T07:05:00.000Z",
  zone: "Europe/London",
  locale: "en-GB",
  projects: ["Work", "Garden", "Kids School"],
  tags: ["errand"],
};

/** Wednesday, 25 November 2026 at 10:00 in Berlin. */
export const berlinPlain: World = {
  now: "2026-11-25T09:00:00.000Z",
  zone: "Europe/Berlin",
  projects: [],
  tags: [],
};

/** Wednesday, 25 November 2026 at 09:00 in London. */
export const londonNovember: World = {
  now: "2026-11-25T09:00:00.000Z",
  zone: "Europe/London",
  projects: [],
  tags: [],
};

/** Wednesday, 25 November 2026 at 10:00 in New York. */
export const newYorkMorning: World = {
  now: "2026-11-25T15:00:00.000Z",
  zone: "America/New_York",
  projects: [],
  tags: [],
};

/** Friday, 27 November 2026 at 18:30 in New York. */
export const newYorkFriday: World = {
  now: "2026-11-27T23:30:00.000Z",
  zone: "America/New_York",
  projects: [],
  tags: [],
};

/** Thursday, 26 November 2026 at 01:00 in Tokyo. */
export const tokyo: World = {
  now: "2026-11-25T16:00:00.000Z",
  zone: "Asia/Tokyo",
  projects: [],
  tags: [],
};

/** Thursday, 31 December 2026 at 22:30 in Berlin. */
export const berlinNewYearsEve: World = {
  now: "2026-12-31T21:30:00.000Z",
  zone: "Europe/Berlin",
  projects: [],
  tags: [],
};

/** Saturday, 13 March 2027 at 15:00 in New York. */
export const newYorkSpring: World = {
  now: "2027-03-13T20:00:00.000Z",
  zone: "America/New_York",
  projects: [],
  tags: [],
};

/** Saturday, 24 October 2026 at 09:00 in London. */
export const londonAutumn: World = {
  now: "2026-10-24T08:00:00.000Z",
  zone: "Europe/London",
  projects: [],
  tags: [],
};

/** Sunday, 31 January 2027 at 10:00 in Berlin. */
export const berlinJanuary: World = {
  now: "2027-01-31T09:00:00.000Z",
  zone: "Europe/Berlin",
  projects: [],
  tags: [],
};

/** Monday, 28 February 2028 at 10:00 in Berlin. */
export const berlinLeapYear: World = {
  now: "2028-02-28T09:00:00.000Z",
  zone: "Europe/Berlin",
  projects: [],
  tags: [],
};

/** Wednesday, 25 November 2026 at 21:00 in Los Angeles. */
export const losAngeles: World = {
  now: "2026-11-26T05:00:00.000Z",
  zone: "America/Los_Angeles",
  projects: [],
  tags: [],
};

/** Wednesday, 25 November 2026 at 20:00 in Sydney. */
export const sydney: World = {
  now: "2026-11-25T09:00:00.000Z",
  zone: "Australia/Sydney",
  projects: [],
  tags: [],
};

/** Wednesday, 25 November 2026 at 10:00 in Berlin. */
export const berlinHome: World = {
  now: "2026-11-25T09:00:00.000Z",
  zone: "Europe/Berlin",
  projects: ["Work", "Home", "Garden"],
  tags: ["errand", "urgent", "phone"],
};

/** Wednesday, 25 November 2026 at 10:00 in Berlin. */
export const berlinMove: World = {
  now: "2026-11-25T09:00:00.000Z",
  zone: "Europe/Berlin",
  projects: ["House Move", "Home"],
  tags: ["errand", "urgent", "phone"],
};

/** Wednesday, 25 November 2026 at 10:00 in Berlin. */
export const berlinMoving: World = {
  now: "2026-11-25T09:00:00.000Z",
  zone: "Europe/Berlin",
  projects: ["House Move"],
  tags: ["errand", "urgent", "phone"],
};

/** Wednesday, 25 November 2026 at 10:00 in Berlin. */
export const berlinProjects: World = {
  now: "2026-11-25T09:00:00.000Z",
  zone: "Europe/Berlin",
  projects: ["Work", "Home", "Garden"],
  tags: [],
};
