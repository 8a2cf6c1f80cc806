// The names a person has given, of one kind: to go to, to make, and to change. Called by sidebar.tsx.
import { lazy, useId, useState } from "react";
import type { Colour } from "../../../domain/directory/directory.ts";
import type { Place } from "../../places/place.ts";
import { Spot } from "../directory/colour.tsx";
import type { Edited, Kind } from "../directory/orders.ts";
import { Icon } from "../icon.tsx";
import { LatePart } from "../late-part.tsx";
import { PlaceLink } from "./place-link.tsx";
import { shellWords } from "../../words/shell.ts";
import { sharedWords } from "../../words/shared.ts";

const Edit = lazy(() => import("../directory/edit.tsx"));

/** One of them; `ref` names it to the server. */
export type Name = {
  ref: string;
  version: number;
  name: string;
  colour: Colour | null;
  place: Place;
  count?: number;
  archived?: boolean;
  query?: string;
};

type Props = { kind: Kind; all: readonly Name[] };

const blank = (kind: Kind): Edited => ({
  kind,
  ref: null,
  version: 0,
  name: "",
  colour: null,
  archived: false,
  query: "",
});

const Line = ({ one, onEdit }: { one: Name; onEdit: () => void }) => (
  <PlaceLink
    place={one.place}
    name={one.name}
    count={one.count ?? 0}
    sign={<Spot colour={one.colour} />}
  >
    <button
      className="icon-button side__edit"
      type="button"
      aria-label={shellWords.changeOne(one.name)}
      title={sharedWords.change}
      onClick={onEdit}
    >
      <Icon name="pencil" />
    </button>
  </PlaceLink>
);

export const Names = ({ kind, all }: Props) => {
  const [edited, setEdited] = useState<Edited | null>(null);
  const id = useId(); // the lists may stand beside the page and over it
  const lines = (some: readonly Name[]) =>
    some.map((one) => (
      <Line
        key={one.ref}
        one={one}
        onEdit={() =>
          setEdited({
            ...blank(kind),
            ...one,
            archived: one.archived ?? false,
            query: one.query ?? "",
          })
        }
      />
    ));
  const [there, away] = [all.filter((one) => !one.archived), all.filter((one) => one.archived)];
  return (
    <>
      <div className="side__head">
        <h2 id={id}>{shellWords.names[kind]}</h2>
        <button
          className="icon-button"
          type="button"
          aria-label={shellWords.addOne[kind]}
          title={shellWords.addOne[kind]}
          onClick={() => setEdited(blank(kind))}
        >
          <Icon name="plus" />
        </button>
      </div>
      {there.length === 0 && <p className="side__hint">{shellWords.hints[kind]}</p>}
      {there.length > 0 && <ul aria-labelledby={id}>{lines(there)}</ul>}
      {away.length > 0 && (
        <details className="side__away">
          <summary>{shellWords.archived(away.length)}</summary>
          <ul aria-label={shellWords.archivedNames[kind]}>{lines(away)}</ul>
        </details>
      )}
      {edited !== null && (
        <LatePart onClose={() => setEdited(null)}>
          <Edit edited={edited} onClose={() => setEdited(null)} />
        </LatePart>
      )}
    </>
  );
};
