// One list to go to, with how much is open in it. Called by sidebar.tsx and names.tsx.
import type { ReactNode } from "react";
import { Link } from "wouter";
import { keyOf, pathOf, type Place, titleOf } from "../../places/place.ts";
import { useWhere } from "../where.ts";
import { shellWords } from "../../words/shell.ts";

type Props = {
  place: Place;
  name?: string;
  /** The icon or spot before the name. */
  sign: ReactNode;
  count?: number;
  /** The number that is late, said beside the count. */
  late?: number;
  /** What can be done to it. */
  children?: ReactNode;
};

export const PlaceLink = ({
  place,
  name = titleOf(place),
  sign,
  count = 0,
  late = 0,
  children,
}: Props) => {
  const { place: here, go } = useWhere();
  const isHere = here.is === place.is && keyOf(here) === keyOf(place);
  return (
    <li className="side__line">
      <Link
        className="side__item"
        href={pathOf(place)}
        aria-current={isHere ? "page" : undefined}
        onClick={(event) => {
          event.preventDefault(); // a plain click goes as all else does
          go(place);
        }}
      >
        {sign}
        <span className="side__name" dir="auto">
          {name}
        </span>
        {late > 0 && <span className="side__late">{shellWords.late(late)}</span>}
        {count > 0 && <span className="side__count">{count}</span>}
      </Link>
      {children}
    </li>
  );
};
