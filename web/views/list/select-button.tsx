// Begins to select, for those who have no keys. Called by head.tsx.
import { listWords } from "../../words/list.ts";
import { Icon } from "../icon.tsx";
import { useIsSelecting, useSelecting } from "../selecting/selecting.ts";

export const SelectButton = () => {
  const selecting = useSelecting();
  const isSelecting = useIsSelecting();
  return (
    <button
      className="icon-button"
      type="button"
      aria-label={listWords.select.begin}
      title={listWords.select.begin}
      aria-pressed={isSelecting}
      onClick={() => (isSelecting ? selecting.clear() : selecting.begin())}
    >
      <Icon name="select" />
    </button>
  );
};
