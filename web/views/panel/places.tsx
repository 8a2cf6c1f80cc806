// Where a task stands and whose it is: its project and section, its tags, its person. Called by editor.tsx.
import { assigneeOf, placed, projectOf } from "../../drafts/draft.ts";
import { tagName } from "../../drafts/names.ts";
import { known } from "../../pick/matches.ts";
import { fields } from "../../words/panel.ts";
import { Combo } from "../pick/combo.tsx";
import { TagsField } from "../pick/tags.tsx";
import type { TextProps } from "./text-fields.tsx";
import { Prop } from "./prop.tsx";
import { useKnownNames } from "./use-known-names.ts";

export const PlaceProps = (props: TextProps) => {
  const { task, unsaved, saving } = props;
  const { projects, tags, people, records } = useKnownNames();
  const { draft } = unsaved;
  const project = projectOf(draft);
  const record = records.find(({ name }) => project !== null && known(name, [project]));
  return (
    <>
      <Prop icon="folder" name={fields.project} field="project" unsaved={unsaved}>
        <Combo
          id={`${task.id}-project`}
          label={fields.project}
          value={draft.project}
          names={projects}
          placeholder={fields.noProject}
          fresh={fields.newProject}
          onType={(value) => saving.type(placed(value, task))}
          onPick={(value) => saving.pick(placed(value, task))}
        />
      </Prop>
      {record !== undefined && record.sections.length > 0 && (
        <SectionProp {...props} sections={record.sections.map(({ name }) => name)} />
      )}
      <Prop icon="tag" name={fields.tags} field="tags" unsaved={unsaved}>
        <TagsField
          id={`${task.id}-tags`}
          value={draft.tags}
          names={tags}
          kept={tagName(task.id)}
          onPick={(value) => saving.pick({ tags: value })}
        />
      </Prop>
      <Prop icon="person" name={fields.person} field="assignee" unsaved={unsaved}>
        <Combo
          id={`${task.id}-person`}
          label={fields.person}
          value={draft.assignee}
          names={people}
          placeholder={fields.nobody}
          fresh={(name) => fields.newPerson(assigneeOf({ assignee: name }) ?? name)}
          onType={(value) => saving.type({ assignee: value })}
          onPick={(value) => saving.pick({ assignee: value })}
        />
      </Prop>
    </>
  );
};

const SectionProp = ({ unsaved, saving, sections }: TextProps & { sections: string[] }) => {
  const { section } = unsaved.draft;
  const all = known(section, sections) === undefined && section !== "" ? [section] : [];
  return (
    <Prop icon="list" name={fields.section} field="section" unsaved={unsaved}>
      <select
        className="prop__select"
        aria-label={fields.section}
        value={known(section, sections) ?? section}
        onChange={({ target }) => saving.pick({ section: target.value })}
      >
        <option value="">{fields.noSection}</option>
        {[...all, ...sections].map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </select>
    </Prop>
  );
};
