// Every icon of the page, drawn inline. Called by the views.
const paths = {
  check: "M5 12.5l4.5 4.5L19 7.5",
  close: "M6 6l12 12M18 6L6 18",
  clock: "M12 7v5l3 2M12 3a9 9 0 1 0 0 18a9 9 0 0 0 0-18z",
  history: "M4 12a8 8 0 1 0 2.6-5.9M4 4v4h4M12 8v4.5l3 1.8",
  trash: "M5 7h14M10 7V5h4v2M7 7l1 12h8l1-12M10.5 10.5v5.5M13.5 10.5v5.5",
  pencil: "M5 19l1-4L16 5l3 3L9 18z",
  more: "M6 9l6 6 6-6",
  plus: "M12 5v14M5 12h14",
  send: "M5 12h13M12.5 6l6 6-6 6",
  flag: "M6 21V4h11l-2 4 2 4H6",
  tag: "M4 4h7l9 9-7 7-9-9zM8 8h.01",
  folder: "M4 6h6l2 2h8v10H4z",
  undo: "M9 7L5 11l4 4M5 11h9a5 5 0 0 1 0 10h-2",
  redo: "M15 7l4 4-4 4M19 11h-9a5 5 0 0 0 0 10h2",
  alert: "M12 4l9 16H3zM12 10v4.5M12 17.2h.01",
  list: "M9 6h11M9 12h11M9 18h11M4.5 6h.01M4.5 12h.01M4.5 18h.01",
  bell: "M6 17V11a6 6 0 0 1 12 0v6l1.5 2h-15zM10 21.5h4",
  repeat: "M5 12V9a3 3 0 0 1 3-3h10M15 3l3 3-3 3M19 12v3a3 3 0 0 1-3 3H6M9 21l-3-3 3-3",
  settings: "M4 7h9M17 7h3M15 4.5v5M4 17h3M11 17h9M9 14.5v5",
  skip: "M5 6l8 6-8 6zM17 6v12",
  subtask: "M6 4v8a4 4 0 0 0 4 4h9M15 12l4 4-4 4",
  chat: "M4 5h16v11H9l-5 4z",
  calendar: "M5 6h14v14H5zM5 10h14M9 3.5v4M15 3.5v4",
  length: "M7 4h10M7 20h10M8.5 4v3l7 10v3M15.5 4v3l-7 10v3",
  open: "M5 5h14v14H5zM14.5 5v14",
  inbox: "M4 13l3-8h10l3 8v6H4zM4 13h5l1 2.5h4l1-2.5h5",
  today: "M5 6h14v14H5zM5 10h14M9 3.5v4M15 3.5v4M12 13v4",
  search: "M11 4a7 7 0 1 0 0 14a7 7 0 0 0 0-14zM16 16l4.5 4.5",
  menu: "M4 7h16M4 12h16M4 17h16",
  filter: "M4 5h16l-6 7.5V19l-4-2v-4.5z",
  sliders: "M4 7h9M17 7h3M15 4.5v5M4 17h3M11 17h9M9 14.5v5",
  keyboard: "M3 7h18v11H3zM7 11h.01M11 11h.01M15 11h.01M8 14.5h8",
  person: "M12 11.5a3.8 3.8 0 1 0 0-7.6a3.8 3.8 0 0 0 0 7.6zM4.8 20a7.2 7.2 0 0 1 14.4 0",
  select: "M4 4h16v16H4zM8 12l3 3 5-6",
  leave: "M13 5H5v14h8M10 12h10M16.5 8.5L20 12l-3.5 3.5",
} as const;

export type IconName = keyof typeof paths;

/** A decorative icon; the control around it carries the name. */
export const Icon = ({ name }: { name: IconName }) => (
  <svg className="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    <path d={paths[name]} />
  </svg>
);

/** The mark: a clock whose hands are a tick. */
export const Mark = () => (
  <svg className="mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
    <circle className="mark__face" cx="16" cy="16" r="15" />
    <path className="mark__hands" d="M9 15.5l5.2 5.2L23.5 9.5" />
    <circle className="mark__pin" cx="14.2" cy="20.7" r="2.1" />
  </svg>
);
