// What most components need: the workspace, who is looking, and the way back to the app.

import { createContext, useContext } from "react";
import type { Json, Message, Outcome, View, Workspace } from "./types";

export interface Here {
  workspace: Workspace;
  user: string;
  say: (words: string) => void;
  /** Asks the person with an element's `confirm` object; resolves to whether they agree. */
  agree: (confirm: Json) => Promise<boolean>;
}

export const HereContext = createContext<Here | null>(null);

export function useHere(): Here {
  const here = useContext(HereContext);
  if (here === null) throw new Error("no workspace around this component");
  return here;
}

/** Where a block stands: how its elements act, and what they hold. */
export interface Surface {
  target: Message | View;
  act: (block: Json, element: Json, value?: unknown) => Promise<Outcome>;
  suggest: (element: Json, typed: string) => Promise<{ option: Json; group?: string }[]>;
  valueOf: (block: Json, element: Json) => unknown;
  /** Set in modals: keeps a value until the form is submitted. */
  keep?: (block: Json, element: Json, value: unknown) => void;
  errors?: Record<string, string>;
}

/** The plain value inside Slack's state of an element. */
export function plainValue(state: Json | undefined): unknown {
  if (!state) return undefined;
  const key = Object.keys(state).find((name) => name !== "type");
  return key === undefined ? undefined : state[key];
}
