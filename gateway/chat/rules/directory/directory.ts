// "list my projects", "add a project Garden", "rename project home to house", "delete tag fitness", "merge tag a into b", "show filter Soon". Rules of the
// grammar. They come before those on tasks, so they take only what names a project, a tag or a filter as such.
import type { Interpretation } from "../../interpretation.ts";
import type { Rule } from "../../scene.ts";
import { changeDirectory } from "./change.ts";
import { listDirectory } from "./list.ts";
import { createDirectory } from "./create.ts";
import { showFilter } from "./show-filter.ts";

export const directory: Rule = (said, scene): Interpretation | null => {
  const words = said.trim().replace(/[.!?\s]+$/u, "");
  return (
    listDirectory(words, scene) ??
    showFilter(words, scene) ??
    createDirectory(words, scene) ??
    changeDirectory(words, scene)
  );
};
