// All keys of the page. Loaded when it is first opened; called by later.tsx.
import { Drawer } from "../drawer.tsx";

const parts: [name: string, keys: [keys: string, does: string][]][] = [
  [
    "Anywhere",
    [
      ["Ctrl K", "Search tasks, lists and commands"],
      ["n or q", "Add a task"],
      ["/", "Talk to Punctual"],
      ["Ctrl Z", "Undo"],
      ["Ctrl Shift Z", "Redo"],
      ["Esc", "Close what is open"],
      ["?", "This list"],
    ],
  ],
  [
    "Go to",
    [
      ["g a", "All tasks"],
      ["g i", "Inbox"],
      ["g t", "Today"],
      ["g u", "Upcoming"],
      ["g d", "Done"],
      ["g f", "Filter"],
    ],
  ],
  [
    "In a list",
    [
      ["j or ↓", "Next task"],
      ["k or ↑", "Task before"],
      ["Enter", "Open the task"],
      ["e or Space", "Complete it, or open it again"],
      ["1 to 4", "Priority"],
      ["Del", "Move it to the trash"],
    ],
  ],
];

const KeySheet = ({ onClose }: { onClose: () => void }) => (
  <Drawer kind="Help" title="Keys" onClose={onClose}>
    {parts.map(([name, keys]) => (
      <section key={name} className="keys" aria-label={name}>
        <h3 className="section__name">{name}</h3>
        <dl className="keys__list">
          {keys.map(([pressed, does]) => (
            <div key={pressed}>
              <dt>
                <kbd>{pressed}</kbd>
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
      </section>
    ))}
    <p className="hint">On a Mac, Ctrl is Cmd. None of them is taken while you type.</p>
  </Drawer>
);

export default KeySheet;
