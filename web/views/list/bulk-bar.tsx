// The bar of what is selected: how many there are, and what can be done with all of them. Loaded with the first selection; called by rows.tsx.
import { type ReactNode, useEffect, useRef } from "react";
import { isOver } from "../../../domain/is-over.ts";
import type { VisibleTask } from "../../store/visible.ts";
import { listWords } from "../../words/list.ts";
import { Icon, type IconName } from "../icon.tsx";
import { useEscape } from "../use-keys.ts";
import { PickDate } from "./pick-date.tsx";
import { PickProject, PickTags } from "./pick-names.tsx";
import { useSelecting } from "../selecting/selecting.ts";
import type { Bulk } from "./use-bulk.ts";

export type Menu = "date" | "priority" | "project" | "tags";

type MenuProps = { bulk: Bulk; tasks: readonly VisibleTask[]; onDone: () => void };

const PickPriority = ({ bulk, onDone }: MenuProps) =>
  ([1, 2, 3, 4] as const).map((priority) => (
    <button
      key={priority}
      className="choice"
      type="button"
      onClick={() => {
        bulk.priority(priority);
        onDone();
      }}
    >
      {listWords.priority[priority]}
    </button>
  ));

const menus: [is: Menu, icon: IconName, View: (props: MenuProps) => ReactNode][] = [
  ["date", "calendar", PickDate],
  ["priority", "flag", PickPriority],
  ["project", "folder", PickProject],
  ["tags", "tag", PickTags],
];

type ActProps = { icon: IconName; label: string; onAct: () => void };

const Act = ({ icon, label, onAct }: ActProps) => (
  <button className="bulk__act" type="button" aria-label={label} title={label} onClick={onAct}>
    <Icon name={icon} />
    <span className="bulk__word">{label}</span>
  </button>
);

type Props = {
  tasks: readonly VisibleTask[];
  bulk: Bulk;
  /** The menu a key has asked for. */
  asked: Menu | null;
  onAsked: (menu: Menu | null) => void;
  onEnd: () => void;
  onRemove: () => void;
  /** Where the focus goes when the selecting is over. */
  onLeft: () => void;
};

const BulkBar = ({ tasks, bulk, asked, onAsked, onEnd, onRemove, onLeft }: Props) => {
  const selecting = useSelecting();
  const buttons = useRef(new Map<Menu, HTMLButtonElement>());
  const box = useRef<HTMLFieldSetElement>(null);
  const close = (): void => {
    if (asked !== null) buttons.current.get(asked)?.focus();
    onAsked(null);
  };
  useEscape(asked !== null, close);
  const clear = (): void => {
    selecting.clear();
    onLeft();
  };
  useEffect(() => {
    if (asked === null) return;
    // Where there are no keys an input would bring up its own, over half of the page.
    const first = matchMedia("(hover: hover)").matches ? "input" : "button";
    const found = box.current?.querySelector<HTMLElement>(first);
    (found ?? box.current?.querySelector("button"))?.focus({ preventScroll: true });
  }, [asked]);
  const isAllOver = tasks.length > 0 && tasks.every(isOver);
  return (
    <section className="bulk" aria-label={listWords.select.bar}>
      <span className="bulk__count">{listWords.select.count(tasks.length)}</span>
      <button className="link" type="button" onClick={clear}>
        {listWords.select.clear}
      </button>
      <div className="bulk__acts">
        {tasks.length > 0 && (
          <>
            <Act
              icon="check"
              label={isAllOver ? listWords.act.reopen : listWords.act.complete}
              onAct={onEnd}
            />
            {menus.map(([is, icon]) => (
              <button
                key={is}
                ref={(button) => {
                  if (button) buttons.current.set(is, button);
                }}
                className="bulk__act"
                type="button"
                aria-label={listWords.act[is]}
                title={listWords.act[is]}
                aria-expanded={asked === is}
                onClick={() => onAsked(asked === is ? null : is)}
              >
                <Icon name={icon} />
                <span className="bulk__word">{listWords.act[is]}</span>
              </button>
            ))}
            <Act icon="trash" label={listWords.act.remove} onAct={onRemove} />
          </>
        )}
        {tasks.length === 0 && (
          <button className="link" type="button" onClick={selecting.all}>
            {listWords.select.all}
          </button>
        )}
      </div>
      {menus.map(
        ([is, , View]) =>
          asked === is && (
            <fieldset key={is} ref={box} className={`bulk__menu bulk__menu--${is}`}>
              <legend className="unseen">{listWords.act[is]}</legend>
              <View bulk={bulk} tasks={tasks} onDone={close} />
            </fieldset>
          ),
      )}
    </section>
  );
};

export default BulkBar;
