// Names of months and the patterns that find them. Used by all that reads dates.

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
/** Pattern of a month's name. */
export const monthName =
  "january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec";
/** The number of a month named by `monthName`. */
export const monthOf = (word: string): number => months.indexOf(word.slice(0, 3).toLowerCase()) + 1;
