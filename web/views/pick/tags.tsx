// The tags of a task as chips, and a line that completes known ones; Backspace in the empty line takes the last one away. Called by
// panel/properties.tsx.
import { useId, useRef } from "react";
import { tagsOf, tagsText } from "../../drafts/draft.ts";
import { known, matching } from "../../pick/matches.ts";
import { fields } from "../../words/panel.ts";
import { Icon } from "../icon.tsx";
import { useDraft } from "../use-draft.ts";
import { optionId, Options, useOptions } from "./options.tsx";

type Props = {
  id: string;
  /** As they stand in the form: separated by commas. */
  value: string;
  names: readonly string[];
  /** Where a tag that is being typed is kept. */
  kept: string;
  onPick: (value: string) => void;
};

export const TagsField = ({ id, value, names, kept, onPick }: Props) => {
  const listId = useId();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useDraft(kept, "");
  const tags = tagsOf(value);
  const typed = text.replace(/^[@#]+/, "").trim();
  const others = names.filter((name) => known(name, tags) === undefined);
  const isNew = typed !== "" && known(typed, names) === undefined;
  const all = [
    ...matching(typed, others).map((name) => ({ value: name, label: name })),
    ...(isNew ? [{ value: typed, label: fields.newTag(typed) }] : []),
  ];
  const add = (...more: string[]): void => {
    setText("");
    const fresh = more
      .map((tag) => tag.replace(/^[@#]+/, "").trim())
      .filter((tag) => tag !== "")
      .map((tag) => known(tag, names) ?? tag)
      .filter((tag, at, every) => known(tag, [...tags, ...every.slice(0, at)]) === undefined);
    if (fresh.length > 0) onPick(tagsText([...tags, ...fresh]));
  };
  const remove = (tag: string): void => onPick(tagsText(tags.filter((one) => one !== tag)));
  const options = useOptions(all, (name) => add(name));
  return (
    <div className="tags-field combo">
      {tags.map((tag) => (
        <span key={tag} className="chip tags-field__tag">
          @{tag}
          <button
            type="button"
            aria-label={fields.removeTag(tag)}
            onClick={() => {
              remove(tag);
              input.current?.focus();
            }}
          >
            <Icon name="close" />
          </button>
        </span>
      ))}
      <input
        id={id}
        ref={input}
        role="combobox"
        aria-label={fields.tags}
        aria-autocomplete="list"
        aria-expanded={options.shown.length > 0}
        aria-controls={listId}
        aria-activedescendant={optionId(listId, options.active)}
        value={text}
        placeholder={fields.addTag}
        maxLength={1_000}
        autoComplete="off"
        enterKeyHint="done"
        onClick={options.open}
        onChange={({ target }) => {
          // A comma ends a tag; pasted, there may be several.
          const parts = target.value.split(",");
          if (parts.length > 1) add(...parts);
          else setText(target.value);
          options.open();
        }}
        onBlur={() => {
          options.close();
          if (document.hasFocus()) add(text); // else another window is in front: the word may be half typed
        }}
        onKeyDown={(event) => {
          if (options.onKey(event) || event.nativeEvent.isComposing) return;
          const last = tags.at(-1);
          if (event.key === "Backspace" && text === "" && last !== undefined) remove(last);
          if (event.key !== "Enter") return;
          event.preventDefault();
          add(text);
        }}
      />
      <Options
        id={listId}
        label={fields.known(fields.tags)}
        all={options.shown}
        active={options.active}
        onTake={(name) => {
          add(name);
          options.close();
        }}
      />
    </div>
  );
};
