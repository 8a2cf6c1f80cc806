// One property of a task: its name, its input, and what is wrong with it. Called by properties.tsx and places.tsx.
import type { ReactNode } from "react";
import type { FieldName } from "../../drafts/edit.ts";
import { Icon, type IconName } from "../icon.tsx";
import { Held } from "./held.tsx";
import type { TextProps } from "./text-fields.tsx";

type Props = {
  icon: IconName;
  name: string;
  field: FieldName;
  unsaved: TextProps["unsaved"];
  children: ReactNode;
};

/** The input says its name itself: the one that is seen is for the eye. */
export const Prop = ({ icon, name, field, unsaved, children }: Props) => (
  <div className="prop">
    <span className="prop__name" aria-hidden="true">
      <Icon name={icon} />
      {name}
    </span>
    <div className="prop__value">
      {children}
      <Held field={field} unsaved={unsaved} />
    </div>
  </div>
);
