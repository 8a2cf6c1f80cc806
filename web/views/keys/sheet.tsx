// All keys of the page. Loaded when it is first opened; called by later.tsx.
import { keyWords } from "../../words/keys.ts";
import { Drawer } from "../drawer.tsx";

const KeySheet = ({ onClose }: { onClose: () => void }) => (
  <Drawer kind={keyWords.kind} title={keyWords.title} onClose={onClose}>
    {keyWords.parts.map(([name, keys]) => (
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
    <p className="hint">{keyWords.hint}</p>
  </Drawer>
);

export default KeySheet;
