// How PostgreSQL carries out a statement of database/, with the rows it looked at: a prepared one (with a name) under the plan that it has for
// good, any other under the plan for its values.
// Called by the tests of long lists.
import type pg from "pg";
import type { Queryable } from "../database/pool.ts";

type Node = {
  "Node Type": string;
  "Index Name"?: string;
  "Relation Name"?: string;
  "Actual Rows": number;
  "Actual Loops": number;
  "Rows Removed by Filter"?: number;
  "Rows Removed by Index Recheck"?: number;
  Plans?: Node[];
};

/** `rows`: those of tables that were looked at, also where a condition then left them out. `indexes`: those used. */
export type Explained = { rows: number; indexes: string[]; scansTable: boolean };

const literal = (value: unknown): string => {
  if (value === null || value === undefined) return "null";
  const text = Array.isArray(value)
    ? `{${value.map((one) => JSON.stringify(one)).join(",")}}`
    : (value as { toString(): string }).toString();
  return `'${text.replaceAll("'", "''")}'`;
};

const nodesOf = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)];

const summary = (plan: Node): Explained => {
  const nodes = nodesOf(plan);
  const looks = nodes.filter((node) => node["Relation Name"] !== undefined);
  const lookedAt = (node: Node): number =>
    node["Actual Loops"] *
    (node["Actual Rows"] +
      (node["Rows Removed by Filter"] ?? 0) +
      (node["Rows Removed by Index Recheck"] ?? 0));
  return {
    rows: looks.reduce((sum, node) => sum + lookedAt(node), 0),
    indexes: [...new Set(nodes.flatMap((node) => node["Index Name"] ?? []))].toSorted(),
    scansTable: looks.some((node) => node["Node Type"] === "Seq Scan"),
  };
};

/** Runs `work`, and explains each statement it makes. `connection` is one connection, not a pool. */
export const explain = async (
  connection: Queryable,
  work: (db: Queryable) => Promise<unknown>,
): Promise<Explained[]> => {
  const seen: Explained[] = [];
  let last: Promise<unknown> = Promise.resolve();
  const one = async (config: pg.QueryConfig | string, more?: unknown[]) => {
    const { text, values = [] } =
      typeof config === "string" ? { text: config, values: more } : config;
    const isPrepared = typeof config !== "string" && config.name !== undefined;
    const mode = isPrepared ? "force_generic_plan" : "force_custom_plan";
    await connection.query(`set plan_cache_mode = ${mode}`);
    await connection.query(`prepare explained as ${text}`);
    const args = values.length === 0 ? "" : `(${values.map(literal).join(", ")})`;
    const { rows } = await connection.query<{ "QUERY PLAN": { Plan: Node }[] }>(
      `explain (analyze, buffers off, timing off, format json) execute explained${args}`,
    );
    await connection.query("deallocate explained");
    for (const row of rows) for (const { Plan } of row["QUERY PLAN"]) seen.push(summary(Plan));
    return connection.query(text, values);
  };
  // Statements that are made at once take turns: they share the name.
  const query = (config: pg.QueryConfig | string, more?: unknown[]): Promise<unknown> =>
    (last = last.then(() => one(config, more)));
  await work({ query } as unknown as Queryable);
  return seen;
};
