// Plain text as Slack shows it, and blocks in a form that the drawing library gets right.

import { emojify } from "node-emoji";
import type { Json, Workspace } from "./types";

const ENTITIES: Record<string, string> = { "&amp;": "&", "&lt;": "<", "&gt;": ">" };

/** The words of a `plain_text` object: entities undone once, emoji names drawn. */
export function plainText(text: Json | null | undefined): string {
  const words = String(text?.text ?? "").replace(/&(amp|lt|gt);/g, (found) => ENTITIES[found]!);
  return text?.emoji === false ? words : emojify(words);
}

/** A message's text as its author typed it: names for references, entities undone. */
export function typed(wire: string, workspace: Workspace): string {
  return wire
    .replace(/<@([^>|]+)[^>]*>/g, (_, id) => `@${workspace.users.find((each) => each.id === id)?.name ?? id}`)
    .replace(/<#([^>|]+)[^>]*>/g, (_, id) => `#${workspace.channels.find((each) => each.id === id)?.name ?? id}`)
    .replace(/<([^@#!>|][^>|]*)[^>]*>/g, "$1")
    .replace(/&(amp|lt|gt);/g, (found) => ENTITIES[found]!);
}

/**
 * Changes what the library would draw in another way than Slack does:
 * - `verbatim` on mrkdwn: in Slack it stops links from being made of bare names and formatting
 *   stays; the library drops all formatting. So it is taken away.
 * - plain text and table cells: the library formats `*stars*` in them. So they are marked
 *   verbatim, or made rich text, in which nothing is formatted by signs.
 */
export function drawable<T>(part: T): T {
  if (Array.isArray(part)) return part.map(drawable) as T;
  if (part === null || typeof part !== "object") return part;
  const json = part as Json;
  if (json.type === "plain_text") {
    return { type: "plain_text", text: plainText(json), verbatim: true } as T;
  }
  if (json.type === "raw_text" || json.type === "raw_number") {
    const element = { type: "text", text: json.text ?? String(json.value) };
    const section = { type: "rich_text_section", elements: [element] };
    return { type: "rich_text", elements: [section] } as T;
  }
  const kept = Object.entries(json).filter(([key]) => key !== "verbatim");
  return Object.fromEntries(kept.map(([key, value]) => [key, drawable(value)])) as T;
}
