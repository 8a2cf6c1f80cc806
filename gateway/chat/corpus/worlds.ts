// The lists people have before they speak, on Wednesday 25 November 2026 at 10:00 in Berlin. Used by the corpus.
import { world } from "./short.ts";

export const worlds = {
  empty: world(),
  family: world(
    { title: "Buy milk", tags: ["shopping"] },
    { title: "Call mum", due: "2026-11-25" },
    { title: "Call the plumber" },
    { title: "Pay rent", due: "2026-12-01", recurrence: "FREQ=MONTHLY;BYMONTHDAY=1" },
    { title: "Dentist", due: "2026-11-27T15:30", reminders: [60] },
    { title: "Bake cake", due: "2026-11-28" },
    { title: "Fix the fence", project: "Garden" },
    { title: "Plant tulips", project: "Garden", due: "2026-11-23", priority: 3 },
    { title: "Yoga class", due: "2026-11-25T18:00", recurrence: "FREQ=WEEKLY;BYDAY=WE" },
    { title: "Wash windows", status: "done", completedAt: "2026-11-24T16:00:00.000Z" },
    { title: "Return parcel", status: "done", completedAt: "2026-11-25T07:00:00.000Z" },
    { title: "Old sofa ad", deleted: true },
  ),
  studio: world(
    { title: "Write report", project: "Acme", due: "2026-11-24", priority: 1 },
    { title: "Review contract", project: "Acme", due: "2026-11-26T10:00", assignee: "Sam" },
    { title: "Send invoice to Acme", due: "2026-11-30", tags: ["finance"] },
    { title: "Send invoice to Globex", due: "2026-12-04", tags: ["finance"] },
    {
      title: "Prepare slides",
      due: "2026-11-27",
      priority: 2,
      tags: ["talk"],
      description: "Use the new template",
    },
    { title: "Slides rehearsal", due: "2026-11-27T16:00", durationMinutes: 60 },
    { title: "File taxes", due: "2026-12-15", tags: ["finance"], priority: 1 },
    { title: "Book flights", assignee: "Anna", deadline: "2026-12-10" },
    { title: "Update website", status: "in_progress" },
    { title: "Standup", due: "2026-11-26T09:30", recurrence: "FREQ=DAILY" },
    { title: "Backup laptop", status: "done", completedAt: "2026-11-24T10:00:00.000Z" },
    { title: "Draft budget", status: "done", completedAt: "2026-11-19T10:00:00.000Z" },
    { title: "Fax the bank", deleted: true },
  ),
};
