// All of the page's words in German, in one chunk. Fetched by language.ts when it is spoken.
import type { Area } from "../language.ts";
import { account } from "./account.ts";
import { alerts } from "./alerts.ts";
import { channels } from "./channels.ts";
import { chat } from "./chat.ts";
import { directory } from "./directory.ts";
import { field } from "./field.ts";
import { find } from "./find.ts";
import { first } from "./first-steps.ts";
import { history } from "./history.ts";
import { key } from "./keys.ts";
import { line } from "./line.ts";
import { list } from "./list.ts";
import { lists } from "./lists.ts";
import * as panelWords from "./panel.ts";
import { pushDevice } from "./push-devices.ts";
import { quickAdd } from "./quick-add.ts";
import { repeat } from "./repeat.ts";
import { reset } from "./reset.ts";
import { settings } from "./settings.ts";
import { shared } from "./shared.ts";
import { shell } from "./shell.ts";
import { showAsList } from "./show-as-list.ts";
import { signIn } from "./sign-in.ts";
import { task } from "./task.ts";
import { time } from "./time.ts";
import { trash } from "./trash.ts";
import { wishes } from "./wishes.ts";

export const german: Record<Area, object> = {
  account,
  alerts,
  channels,
  chat,
  directory,
  field,
  find,
  first,
  history,
  key,
  line,
  list,
  lists,
  ...panelWords,
  pushDevice,
  quickAdd,
  repeat,
  reset,
  settings,
  shared,
  shell,
  showAsList,
  signIn,
  task,
  time,
  trash,
  wishes,
};
