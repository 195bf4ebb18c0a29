// Conversations as one person sees them: which there are, and what they are called.

import type { Channel, User, Workspace } from "./types";

export function channelsOf(workspace: Workspace, user: string): Channel[] {
  return workspace.channels.filter((channel) => channel.members.includes(user));
}

/** Whether this is a direct message with the app. */
export function withApp(channel: Channel, workspace: Workspace): boolean {
  return channel.is_im && channel.members.includes(workspace.bot);
}

/** The other end of a direct message. */
export function partner(channel: Channel, workspace: Workspace, user: string): User | undefined {
  const id = channel.is_im && channel.members.find((each) => each !== user);
  return workspace.users.find((each) => each.id === id);
}

/** Its name without a sign: `eng-leveling`, `levelbot`, `Ben Okafor`. */
export function nameOf(channel: Channel, workspace: Workspace, user: string): string {
  if (channel.is_mpim) {
    const others = workspace.users.filter(
      (each) => each.id !== user && channel.members.includes(each.id),
    );
    return others.map((each) => each.real_name.split(" ")[0]).join(", ");
  }
  return partner(channel, workspace, user)?.real_name ?? channel.name;
}

/** Its name as people write it: `#eng-leveling`, but `levelbot`. */
export function titleOf(channel: Channel, workspace: Workspace, user: string): string {
  const name = nameOf(channel, workspace, user);
  return isDirect(channel) ? name : `#${name}`;
}

/** Whether it is a direct message, with one or more people. */
export function isDirect(channel: Channel): boolean {
  return channel.is_im || channel.is_mpim;
}

/** Why this person cannot post here, if so. */
export function closedTo(channel: Channel, workspace: Workspace, user: string): string | null {
  const person = workspace.users.find((each) => each.id === user);
  if (channel.is_archived) return "This channel is archived: nobody can post.";
  if (channel.is_read_only && !person?.is_admin) return "Only admins can post here.";
  return null;
}

export function iconOf(channel: Channel): string {
  if (channel.is_archived) return "box";
  if (isDirect(channel)) return "bubble";
  return channel.is_private ? "lock" : "hash";
}
