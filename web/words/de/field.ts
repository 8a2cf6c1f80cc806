// German for field.ts.
import type { fieldWords } from "../field.ts";
import type { Words } from "../language.ts";

export const field: Words<typeof fieldWords> = {
  title: "Titel",
  due: "Fällig",
  deadline: "Frist",
  durationMinutes: "Dauer",
  priority: "Priorität",
  project: "Projekt",
  section: "Abschnitt",
  tags: "Etiketten",
  assignee: "Person",
  description: "Notizen",
  recurrence: "Wiederholung",
  onMissed: "Verpasste Termine",
};
