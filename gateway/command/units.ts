// Which orders of a plan may be given at once: those of one kind, each to another task, that do not speak of other tasks. Pure. Called by execute.ts.
import type { CommandEnvelope, TaskCommand } from "../../domain/command.ts";
import type { Id } from "../../domain/ids.ts";

/** An order with those for the parts of its task, which wait for it. */
export type Unit = [CommandEnvelope, ...CommandEnvelope[]];

/** The units from there on that may be asked at once; one alone where its order has to wait its turn. */
export const togetherFrom = (plan: CommandEnvelope[], from: number): Unit[] => {
  const units: Unit[] = [];
  const taskIds = new Set<Id>();
  for (let n = from; n < plan.length;) {
    const first = plan[n] as CommandEnvelope;
    const { command } = first;
    const isAlike = command.type === plan[from]?.command.type && isAlone(command);
    if (units.length > 0 && (!isAlike || taskIds.has(command.taskId))) break;
    const unit: Unit = [first, ...partsAfter(plan, n)];
    units.push(unit);
    taskIds.add(command.taskId);
    n += unit.length;
    if (!isAlone(command)) break;
  }
  return units;
};

/** Whether an order concerns its own task only, and comes for many at once. */
const isAlone = (command: TaskCommand): boolean => {
  switch (command.type) {
    case "task.retime":
    case "task.relabel":
    case "task.delete":
    case "task.restore":
    case "task.purge":
      return true;
    case "task.patch":
      return command.asBefore !== undefined && command.changes.parentId === undefined;
    default:
      return false;
  }
};

const partsAfter = (plan: CommandEnvelope[], at: number): CommandEnvelope[] => {
  const id = plan[at]?.origin.commandId;
  const end = plan.findIndex(({ after }, n) => n > at && after !== id);
  return plan.slice(at + 1, end === -1 ? plan.length : end);
};
