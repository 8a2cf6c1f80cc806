// For every tool of assistants that takes an id or a key: an input of a person about what is their own. As own-requests.ts.
import { newId } from "../domain/ids.ts";
import type { Task } from "../domain/task.ts";
import type { Assistant } from "./assistant.ts";
import type { Person } from "./client.ts";

type Input = Record<string, unknown>;

const later = { trigger: { kind: "instant" as const, at: "2030-01-01T09:00:00.000Z" } };
const recurrence = { rrule: "FREQ=DAILY", anchor: "schedule" as const, overflow: "clamp" as const };

/** Tool → a new input each time. */
export const ownCalls = (
  person: Person,
  assistant: Assistant,
): Record<string, () => Promise<Input>> => {
  const task = (): Promise<Task> => person.create({ title: "own" });
  const repeating = () =>
    person.create({ title: "own", due: { kind: "day", at: "2030-01-01" }, recurrence });
  const at = async (made: Promise<Task>): Promise<Input> => ({ taskId: (await made).id });
  const reminder = async (): Promise<Input> => {
    const reminders = [{ id: newId(), ...later, channels: null }];
    const made = await person.create({ title: "own", reminders });
    return { reminderId: made.reminders[0]?.id };
  };
  const change = async (): Promise<Input> => ({
    correlationId: (await assistant.call("add_task", { title: "own" })).data["correlationId"],
  });
  const nothing = async (): Promise<Input> => ({});

  return {
    list_tasks: nothing,
    search_tasks: async () => ({ text: "own" }),
    get_task: () => at(task()),
    task_history: nothing,
    add_task: async () => ({ title: "own" }),
    add_tasks: async () => ({ tasks: [{ title: "own" }] }),
    update_task: async () => ({ ...(await at(task())), priority: 1 }),
    complete_task: () => at(repeating()),
    skip_occurrence: () => at(repeating()),
    reopen_task: async () => at(person.post((await task()).id, "/complete")),
    delete_task: () => at(task()),
    restore_task: async () => at(person.remove((await task()).id)),
    add_reminder: async () => ({ ...(await at(task())), when: "2030-01-01 9:00" }),
    change_reminder: async () => ({ ...(await reminder()), when: "2031-01-01 9:00" }),
    remove_reminder: reminder,
    snooze_reminder: async () => ({ ...(await reminder()), until: "1 hour" }),
    undo: change,
    redo: async () => {
      const { correlationId } = await change();
      const undone = await assistant.call("undo", { correlationId });
      return { correlationId: undone.data["correlationId"] };
    },
    chat: async () => ({ message: "add bread" }),
  };
};
