// What the commands `npm run replay` and `npm run dead-letters` print. The only file of the consumers that writes for people.

export const say = (line: string): void => void process.stdout.write(`${line}\n`);
export const complain = (line: string): void => void process.stderr.write(`${line}\n`);

/** `12345` → `12,345`. */
export const number = (value: number | bigint): string => value.toLocaleString("en");

/** `1 task`, `2 tasks`; the plural where it is another. */
export const counted = (count: number, thing: string, things = `${thing}s`): string =>
  `${number(count)} ${count === 1 ? thing : things}`;
