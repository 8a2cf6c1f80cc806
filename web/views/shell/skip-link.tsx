// The first stop of the page: past everything that leads elsewhere, to the list. Called by home.tsx.
import { shellWords } from "../../words/shell.ts";
export const SkipLink = () => (
  <a
    className="skip"
    href="#list"
    onClick={(event) => {
      event.preventDefault(); // the address says where one is, not what has the focus
      document.getElementById("list")?.focus();
    }}
  >
    {shellWords.skip}
  </a>
);
