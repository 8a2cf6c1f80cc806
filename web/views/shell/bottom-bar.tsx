// The bar at the bottom of a phone: what one needs with a thumb. Called by home.tsx.
import { Icon } from "../icon.tsx";
import { useWhere } from "../where.ts";
import { shellWords } from "../../words/shell.ts";

/** Which half a phone shows. */
export type Half = "tasks" | "chat";

type Props = { half: Half; onHalf: (half: Half) => void; onMenu: () => void; onFind: () => void };

export const BottomBar = ({ half, onHalf, onMenu, onFind }: Props) => {
  const { place, over, go, close } = useWhere();
  const tasks = (): void => {
    if (half === "tasks" && over !== null) close();
    onHalf("tasks");
  };
  const isToday = half === "tasks" && place.is === "today" && over === null;
  return (
    <nav className="bar" aria-label={shellWords.view}>
      <button type="button" className="bar__item" onClick={onMenu}>
        <Icon name="menu" />
        {shellWords.lists}
      </button>
      <button
        type="button"
        className="bar__item"
        aria-pressed={isToday}
        onClick={() => go({ is: "today" })}
      >
        <Icon name="today" />
        {shellWords.today}
      </button>
      <button
        type="button"
        className="bar__item"
        aria-pressed={half === "tasks" && !isToday}
        onClick={tasks}
      >
        <Icon name="list" />
        {shellWords.tasks}
      </button>
      <button
        type="button"
        className="bar__item"
        aria-pressed={half === "chat"}
        onClick={() => onHalf("chat")}
      >
        <Icon name="chat" />
        {shellWords.chat}
      </button>
      <button type="button" className="bar__item" aria-haspopup="dialog" onClick={onFind}>
        <Icon name="search" />
        {shellWords.find}
      </button>
    </nav>
  );
};
