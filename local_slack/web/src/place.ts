// Where the page is: who looks, which conversation, and the thread or the app's tab that is open.

import { useLayoutEffect, useRef, useState } from "react";
import { channelsOf, withApp } from "./conversations";
import type { Channel, Workspace } from "./types";

export type Tab = "home" | "messages" | "about";

export interface Place {
  user: string;
  channel: string;
  thread: string | null;
  /** Of the app's own conversation. */
  tab: Tab;
}

export type Go = (change: Partial<Place>) => void;

const ROOM_FOR_A_THREAD = "(min-width: 1081px)";

/** `#/ana/eng-leveling/1700000000.000100`, `#/ana/dm-ana/home`. */
function readPlace(workspace: Workspace): Place {
  const [name, channelName, rest] = decodeURIComponent(location.hash.slice(2)).split("/");
  const people = workspace.users.filter((user) => workspace.people.includes(user.id));
  const user = people.find((each) => each.name === name) ?? people[0]!;
  const mine = channelsOf(workspace, user.id);
  const named = mine.find((each) => each.name === channelName);
  const channel = named ?? mine[0]!;
  const tab = rest === "home" || rest === "about" ? rest : "messages";
  const thread = tab === "messages" && rest ? rest : null;
  const first = named ? null : newestThread(workspace, channel);
  return { user: user.id, channel: channel.id, thread: thread ?? first, tab };
}

/** Who opens the page without an address is shown at once what the app answers. */
function newestThread(workspace: Workspace, channel: Channel): string | null {
  if (!matchMedia(ROOM_FOR_A_THREAD).matches) return null;
  const answered = workspace.messages.filter(
    (each) => each.channel === channel.id && each.reply_users?.includes(workspace.bot),
  );
  return answered.at(-1)?.ts ?? null;
}

/** From one person's conversation to the other's of the same kind. */
function reachable(workspace: Workspace, next: Place): Place {
  const there = workspace.channels.find((each) => each.id === next.channel);
  if (there?.members.includes(next.user)) return next;
  const mine = channelsOf(workspace, next.user);
  const alike = there && mine.find((each) => withApp(each, workspace) === withApp(there, workspace));
  return { ...next, channel: (alike ?? mine[0]!).id };
}

export function usePlace(workspace: Workspace | null): [Place | null, Go] {
  const [place, setPlace] = useState<Place | null>(null);
  const latest = useRef(workspace);
  latest.current = workspace;
  const ready = workspace !== null;
  useLayoutEffect(() => {
    if (!ready) return;
    const follow = () => setPlace(readPlace(latest.current!));
    follow();
    addEventListener("hashchange", follow);
    return () => removeEventListener("hashchange", follow);
  }, [ready]);
  const go = (change: Partial<Place>) => {
    if (!workspace || !place) return;
    const next = reachable(workspace, { ...place, ...change });
    const user = workspace.users.find((each) => each.id === next.user)!.name;
    const channel = workspace.channels.find((each) => each.id === next.channel)!.name;
    const rest = next.tab === "messages" ? next.thread : next.tab;
    // Not when the browser tells of the new address, which the next key may come before.
    setPlace(next);
    location.hash = ["#", user, channel, rest].filter(Boolean).join("/");
  };
  return [place, go];
}
