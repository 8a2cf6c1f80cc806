// How well words are understood: one table a half (quick add, chat), then what was missed. Pure. Called by language.ts.

/** One case. `miss` says what was expected and what came, null when it was right. */
export type Scored = { kind: string; text: string; miss: Miss | null };
export type Miss = { expected: unknown; got: unknown };

/**
 * A half: its cases, and the share of them (0–1) that has to be right. `wrongWrites`: how often something was changed where
 * nothing may be.
 */
export type Score = { name: string; aim: number; cases: Scored[]; wrongWrites?: number };

/** The share that is right; 1 when there are no cases. */
export const accuracy = (cases: readonly Scored[]): number =>
  cases.length === 0 ? 1 : cases.filter(({ miss }) => miss === null).length / cases.length;

/** A half is good when it reaches its aim, and nothing was changed where nothing may be. */
export const isReached = ({ aim, cases, wrongWrites = 0 }: Score): boolean =>
  accuracy(cases) >= aim && wrongWrites === 0;

/** The misses, then a line a kind and one for all: what a terminal shows of a half. */
export const linesOf = (score: Score): string[] => [
  ...score.cases.flatMap(missLines),
  "",
  `${score.name} (aim ${inPercent(score.aim)})`,
  ...[...Map.groupBy(score.cases, ({ kind }) => kind)].map(([kind, cases]) => row(kind, cases)),
  row("all", score.cases),
  ...(score.wrongWrites === undefined
    ? []
    : [`  wrong writes where nothing may change: ${score.wrongWrites}`]),
];

const missLines = ({ kind, text, miss }: Scored): string[] =>
  miss === null
    ? []
    : [
        `miss (${kind}): ${text}`,
        `  expected ${JSON.stringify(miss.expected)}`,
        `  got      ${JSON.stringify(miss.got)}`,
      ];

const row = (kind: string, cases: readonly Scored[]): string => {
  const right = cases.filter(({ miss }) => miss === null).length;
  const count = `${right} of ${cases.length}`;
  return `  ${kind.padEnd(16)} ${count.padStart(12)}  ${inPercent(accuracy(cases)).padStart(7)}`;
};

/** Rounded down, so that 100 % is said of no table with a miss. */
const inPercent = (share: number): string => `${(Math.floor(share * 1_000) / 10).toFixed(1)} %`;
