// A labelled input with its hint and its error. Called by the sign-in form and the task forms.
type Props = {
  id: string;
  label: string;
  value: string;
  onChange: (value: string) => void;
  error?: string | null;
  hint?: string;
  type?: "text" | "email" | "password" | "date" | "time";
  autoComplete?: string;
  placeholder?: string;
  list?: string;
  maxLength?: number;
  /** The steps of a time, in seconds. */
  step?: number;
};

/** An input whose error is announced and tied to it. */
export const Field = ({ id, label, value, onChange, error = null, hint, ...input }: Props) => {
  const note = error ?? hint;
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        aria-invalid={error !== null}
        aria-describedby={note === undefined ? undefined : `${id}-note`}
        {...input}
      />
      {note !== undefined && (
        <p
          id={`${id}-note`}
          className={error === null ? "hint" : "error"}
          role={error === null ? undefined : "alert"}
        >
          {note}
        </p>
      )}
    </div>
  );
};
