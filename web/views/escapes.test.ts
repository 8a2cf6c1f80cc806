// One press of Esc closes one thing. Needs no page: the keys are pressed by hand.
import { expect, test } from "vitest";
import { createEscapes } from "./escapes.ts";

const keys = (isElsewhere = false) => {
  const closed: string[] = [];
  let ears: ((event: KeyboardEvent) => void)[] = [];
  const escapes = createEscapes(
    (press) => {
      ears = [...ears, press];
      return () => {
        ears = ears.filter((one) => one !== press);
      };
    },
    () => isElsewhere,
  );
  const press = (more: object = {}): boolean => {
    let defaultPrevented = false;
    const event = { key: "Escape", isComposing: false, defaultPrevented, ...more };
    const preventDefault = (): void => {
      defaultPrevented = true;
    };
    for (const ear of ears) ear({ ...event, preventDefault } as KeyboardEvent);
    return defaultPrevented;
  };
  return { closed, press, enter: (name: string) => escapes.enter(() => void closed.push(name)) };
};

test("closes what was opened last, then what was open before it", () => {
  const { closed, press, enter } = keys();
  const leaveTask = enter("task");
  const leaveMenu = enter("menu");
  expect(press()).toBe(true);
  leaveMenu();
  press();
  leaveTask();
  expect(press()).toBe(false);
  expect(closed).toEqual(["menu", "task"]);
});

test("what is closed by other means is out of the way, wherever it stood", () => {
  const { closed, press, enter } = keys();
  const leaveTask = enter("task");
  enter("menu");
  leaveTask();
  press();
  expect(closed).toEqual(["menu"]);
});

test("leaves alone what an input, an input method or a dialog takes, and other keys", () => {
  const { closed, press, enter } = keys();
  enter("task");
  press({ defaultPrevented: true });
  press({ isComposing: true });
  press({ key: "Enter" });
  const behind = keys(true);
  behind.enter("task");
  behind.press();
  expect([...closed, ...behind.closed]).toEqual([]);
});
