// The words a person knows the fields of a task by, as they stand in its form. Called by drafts/edit.ts and refusal.ts.
import { area } from "./language.ts";
export const fieldWords = area("field", {
  title: "Title",
  due: "Due",
  deadline: "Deadline",
  durationMinutes: "Duration",
  priority: "Priority",
  project: "Project",
  section: "Section",
  tags: "Tags",
  assignee: "Person",
  description: "Notes",
  recurrence: "Repeats",
  onMissed: "Missed dates",
});
