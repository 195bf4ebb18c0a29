// The workspace as the page knows it: loaded once per connection, then kept current by events.

import { useEffect, useState } from "react";
import type { Entry, Message, Outcome, Views, Workspace } from "./types";

const RECORDS_SHOWN = 200;

export async function send(act: string, body: object): Promise<Outcome> {
  try {
    const response = await fetch(`/local/${act}`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
    return (await response.json()) as Outcome;
  } catch {
    return { ok: false, error: "the local workspace is not running" };
  }
}

function withMessage(state: Workspace, message: Message): Workspace {
  const rest = state.messages.filter(
    (each) => each.ts !== message.ts || each.channel !== message.channel,
  );
  const messages = message.deleted ? rest : [...rest, message];
  messages.sort((a, b) => (a.ts < b.ts ? -1 : 1));
  return { ...state, messages };
}

/** Returns the workspace, and whether the page is in touch with it. */
export function useWorkspace(): [Workspace | null, boolean] {
  const [state, setState] = useState<Workspace | null>(null);
  const [live, setLive] = useState(true);

  useEffect(() => {
    const source = new EventSource("/local/stream");
    const on = <T,>(kind: string, change: (state: Workspace, data: T) => Workspace) =>
      source.addEventListener(kind, (event) => {
        const data = JSON.parse((event as MessageEvent<string>).data) as T;
        setState((before) => before && change(before, data));
      });
    const load = () =>
      fetch("/local/state")
        .then((response) => response.json())
        .then((loaded: Workspace) => setState(loaded));

    // After a lost connection everything may have changed, so all of it is read again.
    source.addEventListener("ready", () => {
      setLive(true);
      void load();
    });
    source.onerror = () => setLive(false);
    on<Message>("message", withMessage);
    on<Views>("views", (before, views) => ({
      ...before,
      views: { ...before.views, [views.user]: views },
    }));
    on<Entry>("record", (before, entry) => ({
      ...before,
      records: [...before.records, entry].slice(-RECORDS_SHOWN),
    }));
    source.addEventListener("channel", () => void load());
    return () => source.close();
  }, []);

  return [state, live];
}
