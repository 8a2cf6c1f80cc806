// The directory of a person who has made nothing of it yet. Without zod, for the page loads it at its start.
import type { Directory } from "./directory.ts";

export const emptyDirectory: Directory = { version: 0, projects: [], tags: [], filters: [] };
