// The first five minutes: three steps that tick themselves, and a sample project on request. Loaded for who is new; called by first-steps.tsx.
import { useId } from "react";
import { mostOfNewcomer, type Steps, stepsTaken } from "../../first-steps.ts";
import type { Place } from "../../places/place.ts";
import { firstWords } from "../../words/first-steps.ts";
import { useAppState } from "../context.ts";
import { Icon } from "../icon.tsx";
import { useKept } from "../use-kept.ts";
import { useSample } from "./use-sample.ts";

const Step = ({ name, isDone }: { name: keyof Steps; isDone: boolean }) => {
  const step = firstWords.steps[name];
  return (
    <li className="first__step" data-done={isDone}>
      <span className="first__sign">{isDone && <Icon name="check" />}</span>
      <div>
        <strong>
          {isDone && <span className="unseen">{firstWords.stepDone} </span>}
          {step.name}
        </strong>
        {!isDone && <p>{step.how}</p>}
      </div>
    </li>
  );
};

const Card = ({ place, onClose }: { place: Place; onClose: () => void }) => {
  const id = useId();
  const { tasks } = useAppState();
  const { project, isBusy, problem, make, remove } = useSample();
  const [tookBack] = useKept("took-back");
  const sample = project?.name ?? null;
  const own = [...tasks.values()].filter((task) => sample === null || task.project !== sample);
  const isAtSample = place.is === "project" && place.name === sample;
  if (!isAtSample && (place.is !== "all" || own.length > mostOfNewcomer)) return null;
  const steps = stepsTaken(tasks.values(), { sample, tookBack: tookBack === true });
  const isAll = steps.add && steps.remind && steps.undo;
  return (
    <section className="first" aria-labelledby={id}>
      <p id={id} className="group__name">
        {isAll ? firstWords.allDone : firstWords.title}
      </p>
      <ol>
        <Step name="add" isDone={steps.add} />
        <Step name="remind" isDone={steps.remind} />
        <Step name="undo" isDone={steps.undo} />
      </ol>
      {problem !== null && (
        <p className="error" role="alert">
          {problem}
        </p>
      )}
      <div className="first__actions">
        {project === null ? (
          <button className="button button--small" type="button" disabled={isBusy} onClick={make}>
            {firstWords.showMe}
          </button>
        ) : (
          <button className="button button--small" type="button" disabled={isBusy} onClick={remove}>
            {firstWords.remove}
          </button>
        )}
        {project === null && <span className="hint">{firstWords.what}</span>}
        <button className="link" type="button" onClick={onClose}>
          {firstWords.close}
        </button>
      </div>
    </section>
  );
};

export default Card;
