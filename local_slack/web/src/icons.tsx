// Our own line icons; decoration only, so hidden from screen readers.

import { useHere } from "./context";

const PATHS: Record<string, string> = {
  hash: "M10 4 8 20M16 4l-2 16M5 9h15M4 15h15",
  lock: "M7 11V8a5 5 0 0 1 10 0v3M5 11h14v9H5z",
  menu: "M4 7h16M4 12h16M4 17h16",
  close: "M6 6l12 12M18 6 6 18",
  back: "M14 6l-6 6 6 6",
  send: "M5 12h13M12 5l7 7-7 7",
  thread: "M4 6h16v10H11l-4 4v-4H4z",
  eye: "M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12zM12 9.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5z",
  dots: "M6 12h.01M12 12h.01M18 12h.01",
  down: "M6 9l6 6 6-6",
  arrow: "M12 5v14M6 13l6 6 6-6",
  slackbot: "M5 9h14v10H5zM12 9V5M9.500 13v1.500M14.500 13v1.500M2.500 13v2M21.500 13v2",
  up: "M7 11v9H4v-9zM7 11l4-8c1.5 0 2.5 1 2.5 2.5V9H19a1.5 1.5 0 0 1 1.5 1.8l-1.4 7.5A2 2 0 0 1 17 20H7",
  thumbdown: "M17 13V4h3v9zM17 13l-4 8c-1.500 0-2.500-1-2.500-2.500V15H5a1.500 1.500 0 0 1-1.500-1.800l1.400-7.500A2 2 0 0 1 7 4h10",
  trash: "M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13",
  bolt: "M13 3 5 14h6l-1 7 8-11h-6z",
  list: "M4 6h10M4 12h16M4 18h7",
  code: "M8 7l-5 5 5 5M16 7l5 5-5 5M13.500 5l-3 14",
  search: "M10.500 4a6.500 6.500 0 1 0 0 13 6.500 6.500 0 0 0 0-13zM15.500 15.500 21 21",
  sun: "M12 7.500a4.500 4.500 0 1 0 0 9 4.500 4.500 0 0 0 0-9zM12 2v2M12 20v2M2 12h2M20 12h2M5 5l1.500 1.500M17.500 17.500 19 19M19 5l-1.500 1.500M6.500 17.500 5 19",
  moon: "M20 14.500A8.500 8.500 0 0 1 9.500 4 8.500 8.500 0 1 0 20 14.500z",
  half: "M12 3.500a8.500 8.500 0 1 0 0 17 8.500 8.500 0 0 0 0-17zM12 3.500v17M15 7h3M15 12h5M15 17h3",
  left: "M19 12H5M11 6l-6 6 6 6",
  right: "M5 12h14M13 6l6 6-6 6",
  copy: "M9 9h11v11H9zM5 15H4V4h11v1",
  box: "M4 5h16v4H4zM5.500 9v10h13V9M10 13h4",
  bubble: "M4 5h16v11H12l-5 4v-4H4z",
};

export function Icon({ name, size = 18 }: { name: string; size?: number }) {
  return (
    <svg
      aria-hidden="true"
      className="icon"
      fill="none"
      height={size}
      stroke="currentColor"
      strokeLinecap="round"
      strokeLinejoin="round"
      strokeWidth={name === "dots" ? 3 : 1.8}
      viewBox="0 0 24 24"
      width={size}
    >
      <path d={PATHS[name]} />
    </svg>
  );
}

/** Of the people, in their order; each as dark as white initials need. */
const COLORS = ["#9a5540", "#5f3a9e", "#8a3f6c", "#3c6b3f", "#2f628f"];

export function Avatar({ id, name, size = 36 }: { id: string; name: string; size?: number }) {
  const slackbot = useHere().workspace.slackbot === id;
  const { people } = useHere().workspace;
  const person = name.includes(" ");
  const initials = person
    ? name
        .split(" ")
        .map((word) => word[0])
        .join("")
    : "";
  const style = {
    width: size,
    height: size,
    fontSize: size * 0.38,
    ...(person ? { background: COLORS[Math.max(people.indexOf(id), 0) % COLORS.length] } : {}),
  };
  const kind = person ? "avatar-person" : slackbot ? "avatar-slackbot" : "avatar-bot";
  return (
    <span aria-hidden="true" className={`avatar ${kind}`} style={style}>
      {person ? initials : <Icon name={slackbot ? "slackbot" : "list"} size={size * 0.6} />}
    </span>
  );
}
