// How a command ends that may have calls under way which nobody waits for any more, such as those to a sidecar that is silent. Called by the commands of an operator.

/** Ends the process with this code, once what it said is written. A reader who has gone is no reason to stay. */
export const leave = async (code: number): Promise<never> => {
  const written = [process.stdout, process.stderr].map(
    (stream) => new Promise<void>((resolve) => void stream.write("", () => resolve())),
  );
  await Promise.all(written);
  return process.exit(code);
};
