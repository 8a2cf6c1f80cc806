// Notes as they are meant: markdown without HTML and without pictures of strangers, its boxes can be ticked. Loaded when notes are first shown;
// called by notes.tsx.
import { createContext, type ReactNode, useContext } from "react";
import ReactMarkdown, { type Components } from "react-markdown";
import remarkBreaks from "remark-breaks";
import remarkGfm from "remark-gfm";
import { tickBox } from "../../pick/boxes.ts";
import { notes } from "../../words/panel.ts";

type Props = { text: string; onText: (text: string) => void };

/** Where the line of a list begins in the text, what it says, and what ticks its box. */
type Line = { says: string; tick: () => void };
const LineContext = createContext<Line | null>(null);
const TextContext = createContext<Props>({ text: "", onText: () => undefined });

type Node = { type: string; value?: string; children?: Node[] };

const said = ({ value = "", children = [] }: Node): string => value + children.map(said).join("");

const Out = ({ href, children }: { href?: string | undefined; children?: ReactNode }) => (
  <a href={href} target="_blank" rel="noopener noreferrer nofollow">
    {children}
  </a>
);

const components: Components = {
  a: ({ href, children }) => <Out href={href}>{children}</Out>,
  // To show it would tell its owner who reads this, and when.
  img: ({ src, alt }) => (
    <Out href={typeof src === "string" ? src : undefined}>{alt || notes.picture}</Out>
  ),
  li: function Item({ node, children, className }) {
    const { text, onText } = useContext(TextContext);
    const offset = node?.position?.start.offset ?? 0;
    const says = node === undefined ? "" : said(node).trim().slice(0, 80);
    return (
      <LineContext value={{ says, tick: () => onText(tickBox(text, offset)) }}>
        <li className={className}>{children}</li>
      </LineContext>
    );
  },
  input: function Box({ checked }) {
    const line = useContext(LineContext);
    return (
      <input
        type="checkbox"
        checked={checked === true}
        aria-label={line?.says || notes.box}
        onChange={() => line?.tick()}
      />
    );
  },
  // The task's title is the only heading of its rank.
  h1: ({ children }) => <h3>{children}</h3>,
  h2: ({ children }) => <h4>{children}</h4>,
  h3: ({ children }) => <h5>{children}</h5>,
};

const plugins = [remarkGfm, remarkBreaks];

const Markdown = (props: Props) => (
  <TextContext value={props}>
    <ReactMarkdown remarkPlugins={plugins} components={components}>
      {props.text}
    </ReactMarkdown>
  </TextContext>
);

export default Markdown;
