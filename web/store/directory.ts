// Projects, tags and saved filters as the page has them: always all of them, and the newest wins. Called by reduce.ts and frames.ts.
import type { Directory } from "../../domain/directory/directory.ts";
import type { State } from "./state.ts";

/** The state with a directory that came, by a frame or an answer, whichever is first: an older one changes nothing. */
export const withDirectory = (state: State, directory: Directory): State =>
  directory.version > state.directory.version ? { ...state, directory } : state;

/** The state with that of a snapshot, which is right also where it is older: it may be of another life of the server. */
export const withSnapshotDirectory = (state: State, directory: Directory): State =>
  directory.version === state.directory.version ? state : { ...state, directory };
