// What the composer offers for the word that is being typed.

import type { User, Workspace } from "./types";

export interface Completion {
  label: string;
  hint: string;
  /** What it does, in a line of its own. */
  does?: string;
  /** What takes the place of the word. */
  insert?: string;
  /** A global shortcut is used instead of being typed. */
  shortcut?: string;
}

/** `user` is who types. */
export function completions(text: string, workspace: Workspace, user: string): Completion[] {
  if (/^\/\S*$/.test(text)) return forCommand(text.toLowerCase(), workspace);
  const [, sign, word] = /(?:^|\s)([@#])([\w-]*)$/.exec(text) ?? [];
  if (sign === "@") return people(word!.toLowerCase(), workspace);
  if (sign === "#") return channels(word!.toLowerCase(), workspace, user);
  return [];
}

function forCommand(typed: string, workspace: Workspace): Completion[] {
  const commands = workspace.commands
    .filter(({ command }) => command.startsWith(typed) && command !== typed)
    .map((each) => ({
      insert: `${each.command} `,
      label: each.command,
      hint: each.usage_hint ?? "",
      does: each.description,
    }));
  const shortcuts = workspace.shortcuts
    .filter((each) => each.type === "global")
    .filter((each) => each.name.toLowerCase().startsWith(typed.slice(1)))
    .map((each) => ({
      shortcut: each.callback_id,
      label: each.name,
      hint: "Shortcut",
      does: each.description,
    }));
  return [...commands, ...shortcuts];
}

function people(typed: string, workspace: Workspace): Completion[] {
  const isApp = (each: User) => each.id === workspace.bot;
  return workspace.users
    .filter((each) => each.id !== workspace.slackbot && each.name !== typed)
    .filter((each) => `${each.name} ${each.real_name}`.toLowerCase().includes(typed))
    .sort((a, b) => Number(isApp(b)) - Number(isApp(a)))
    .map((each) => ({
      insert: `@${each.name} `,
      label: `@${each.name}`,
      hint: isApp(each) ? "App" : each.real_name,
    }));
}

function channels(typed: string, workspace: Workspace, user: string): Completion[] {
  return workspace.channels
    .filter((each) => !each.is_im && each.members.includes(user))
    .filter((each) => each.name !== typed && each.name.includes(typed))
    .map((each) => ({
      insert: `#${each.name} `,
      label: `#${each.name}`,
      hint: each.topic?.value ?? "",
    }));
}
