// How much room the disk with the data has left. Made by main.ts where the data is on this machine; asked by the health pages.
import { statfs } from "node:fs/promises";

/** The bytes that are free on the disk of this directory. */
export const freeBytesAt = (directory: string) => async (): Promise<number> => {
  const { bavail, bsize } = await statfs(directory);
  return bavail * bsize;
};
