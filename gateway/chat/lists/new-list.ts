// "create a new list", "make a list called Holiday". Called by lists.ts.
import { quote, run, talk } from "../asking.ts";
import type { Interpretation } from "../interpretation.ts";
import { create } from "../rules/create.ts";
import { createPlain } from "../rules/create-plain.ts";
import type { Scene } from "../scene.ts";
import { labelFor, tasksOn } from "./list-tasks.ts";
import type { List } from "./named-list.ts";

const making =
  /^(?:(?:i\s+(?:want|need|would\s+like)\s+to|please|can\s+you|let['’]?s)\s+)*(?:create|make|start|begin|open|generate|set\s+up|bring\s+up|build|compile|new|a\s+new|another|an?)(?!\p{L}|\s+sure)(?:(?!\s(?:on|to|in|into|onto|from)\s).)*(?<!\p{L})(?:list|catalogue)(?!\p{L})/iu;
const isNew =
  /(?<!\p{L})(?:new|another|fresh|create|make|start|begin|generate|set\s+up|build)(?!\p{L})/iu;

/** "make a shopping list with eggs and milk" puts them on it. */
const isFilled = (item: string, list: List): boolean =>
  item !== "" && (list.is !== "named" || !item.toLowerCase().includes(list.name.toLowerCase()));

/** A list of one's own is a project. Without a name it is asked for. */
export const newList = (
  said: string,
  list: List,
  item: string,
  scene: Scene,
): Interpretation | null => {
  if (!making.test(said) || !isNew.test(said) || isFilled(item, list)) return null;
  // "make christmas list on sunday" is something to do.
  if (!/(?<!\p{L})(?:called|named)(?!\p{L})/iu.test(said) && scene.quickAdd(said).due !== null)
    return create(said, scene) ?? createPlain(said, scene);
  if (list.is !== "named")
    return talk("How shall the new list be called? For example “create a list called Garden”.");
  const known = labelFor(list.name, scene);
  if (!known.isNew)
    return {
      commands: [],
      answer: {
        kind: "list",
        taskIds: tasksOn(list, scene).map(({ id }) => id),
        text: `There is a list ${quote(known.name)} already.`,
      },
    };
  return run({ type: "project.create", projectId: scene.newId(), fields: { name: list.name } });
};
