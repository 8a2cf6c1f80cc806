// Which records orders to the directory are about: by their ids, which no later change of a name turns into others. Pure. Called by take-along.ts.
import type { DirectoryCommand } from "../../domain/directory/command.ts";
import type { Directory, DirectoryRecord } from "../../domain/directory/directory.ts";
import { isSameLabel, labelKey } from "../../domain/label-key.ts";

/**
 * The orders with the record's id in place of its name. A name without a record stays, and so does one that an earlier of the orders gives: whose it is
 * turns out when its turn comes.
 */
export const byId = (directory: Directory, orders: DirectoryCommand[]): DirectoryCommand[] => {
  const given = new Set<string>();
  return orders.map((order) => {
    const idOf = (records: readonly DirectoryRecord[], ref: string): string =>
      given.has(labelKey(ref)) ? ref : (recordOf(records, ref)?.id ?? ref);
    const meant = withId(directory, order, idOf);
    const name = nameGiven(order);
    if (name !== undefined) given.add(labelKey(name));
    return meant;
  });
};

/** The record that is meant by an id or a name. */
export const recordOf = <T extends { id: string; name: string }>(
  records: readonly T[],
  ref: string,
): T | undefined =>
  records.find(({ id }) => id === ref) ?? records.find(({ name }) => isSameLabel(name, ref));

type IdOf = (records: readonly DirectoryRecord[], ref: string) => string;

const withId = (
  { projects, tags, filters }: Directory,
  order: DirectoryCommand,
  idOf: IdOf,
): DirectoryCommand => {
  if ("project" in order) return { ...order, project: idOf(projects, order.project) };
  if ("tag" in order) return { ...order, tag: idOf(tags, order.tag) };
  if ("filter" in order) return { ...order, filter: idOf(filters, order.filter) };
  return order;
};

const nameGiven = (order: DirectoryCommand): string | undefined => {
  if (order.type === "directory.back") return undefined;
  if ("fields" in order) return order.fields.name;
  return "changes" in order ? order.changes.name : undefined;
};
