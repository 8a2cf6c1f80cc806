// Finding one's way in rendered resources. Called by the chart's tests.

/** A piece of a manifest: its shape is Kubernetes' own, and kubeconform checks it. */
// oxlint-disable-next-line typescript/no-explicit-any -- a type for each kind would say again what its schema says
export type Piece = Record<string, any>;
export type Resource = { kind: string; metadata: Piece; spec: Piece } & Piece;

export const apps = ["actors", "gateway", "consumers"] as const;

export const kindOf = (all: Resource[], kind: string): Resource[] =>
  all.filter((each) => each.kind === kind);

/** The one of this kind and name; throws when there is none. */
export const one = (all: Resource[], kind: string, name: string): Resource => {
  const found = kindOf(all, kind).find((each) => each.metadata["name"] === name);
  if (!found) throw new Error(`there is no ${kind} ${name}`);
  return found;
};

/** Every pod that a rendering makes. */
export const podsOf = (all: Resource[]): Piece[] =>
  all.flatMap((each): Piece[] => {
    if (each.kind === "Pod") return [each];
    return ["Deployment", "Job"].includes(each.kind) ? [each.spec["template"] as Piece] : [];
  });

/** The one container of an app. */
export const container = (all: Resource[], app: string): Piece =>
  one(all, "Deployment", `punctual-${app}`).spec["template"].spec.containers[0] as Piece;

/** A variable of an app's container. */
export const variable = (all: Resource[], app: string, name: string): Piece | undefined =>
  (container(all, app)["env"] as Piece[]).find((each) => each["name"] === name);
