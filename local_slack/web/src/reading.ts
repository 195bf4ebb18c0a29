// How far each person has read each channel; the workspace keeps it, so that it outlives the page.

import { useEffect } from "react";
import { send } from "./store";
import type { Channel, Message, Workspace } from "./types";

/** Whether this person may see the message. */
export function sees(user: string, message: Message): boolean {
  return message.ephemeral_to === null || message.ephemeral_to === user;
}

/** Marks what is on the screen as read, once the page is looked at. */
export function useReading(
  workspace: Workspace | null,
  user: string | undefined,
  channel: string | undefined,
): void {
  const last = workspace?.messages
    .filter((each) => each.channel === channel && sees(user ?? "", each))
    .at(-1)?.ts;
  const read = workspace?.reads[user ?? ""]?.[channel ?? ""] ?? "";
  useEffect(() => {
    if (!last || last <= read) return;
    const mark = () => {
      if (document.visibilityState !== "visible") return;
      void send("read", { user, channel, message_ts: last });
    };
    mark();
    document.addEventListener("visibilitychange", mark);
    return () => document.removeEventListener("visibilitychange", mark);
  }, [user, channel, last, read]);
}

/** How many messages of others this person has not read in the channel. */
export function unread(workspace: Workspace, user: string, channel: Channel): number {
  const read = workspace.reads[user]?.[channel.id] ?? "";
  return workspace.messages.filter(
    (each) =>
      each.channel === channel.id && each.user !== user && sees(user, each) && each.ts > read,
  ).length;
}

/** The first message of others that this person has not read; null when nothing was ever read. */
export function firstUnread(workspace: Workspace, user: string, messages: Message[]): string | null {
  const channel = messages[0]?.channel;
  const read = channel && workspace.reads[user]?.[channel];
  if (!read) return null;
  return messages.find((each) => each.user !== user && each.ts > read)?.ts ?? null;
}
