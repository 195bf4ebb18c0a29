// The workspace as the page knows it: loaded once per connection, then kept current by events.

import { useEffect, useState } from "react";
import type { AgentShown, Entry, Fault, Message, Outcome, StepRun, Views, Workspace } from "./types";

const RECORDS_SHOWN = 200;
const SHORT = 1000;

export async function send(act: string, body: object): Promise<Outcome> {
  const json = JSON.stringify(body);
  try {
    const response = await fetch(`/local/${act}`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      // What one did just before a reload still counts; browsers keep little, so not a long text.
      keepalive: json.length < SHORT,
      body: json,
    });
    return (await response.json()) as Outcome;
  } catch {
    return { ok: false, error: "the local workspace is not running" };
  }
}

let entries = 0;

/** The record has no ids of its own; what is unfolded in the list must stay so. */
function numbered(entry: Entry): Entry {
  entries += 1;
  return { ...entry, id: entries };
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
    // Changes heard while a load is under way; those that the loaded state lacks come on top.
    let heard: { number: number; apply: (state: Workspace) => Workspace }[] = [];
    let loads = 0;
    const on = <T,>(kind: string, change: (state: Workspace, data: T) => Workspace) =>
      source.addEventListener(kind, (event) => {
        const data = JSON.parse((event as MessageEvent<string>).data) as T & { change: number };
        const apply = (state: Workspace) => change(state, data);
        if (loads) heard.push({ number: data.change, apply });
        setState((before) => before && apply(before));
      });
    const load = async () => {
      loads += 1;
      try {
        const response = await fetch("/local/state");
        const loaded = (await response.json()) as Workspace;
        loaded.records = loaded.records.map(numbered);
        const later = heard.filter((each) => each.number > loaded.change);
        setState(later.reduce((state, each) => each.apply(state), loaded));
      } catch {
        // The stream comes from the same server: it breaks too, and once back it is loaded again.
        setLive(false);
      } finally {
        loads -= 1;
        if (!loads) heard = [];
      }
    };

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
    on<{ user: string; channels: Record<string, string> }>("read", (before, read) => ({
      ...before,
      reads: { ...before.reads, [read.user]: read.channels },
    }));
    on<Entry>("record", (before, entry) => ({
      ...before,
      records: [...before.records, numbered(entry)].slice(-RECORDS_SHOWN),
    }));
    on<object>("forgotten", (before) => ({ ...before, records: [], warnings: [] }));
    on<{ text: string }>("warning", (before, { text }) => ({
      ...before,
      warnings: [...before.warnings, text].slice(-RECORDS_SHOWN),
    }));
    on<{ faults: Fault[] }>("faults", (before, { faults }) => ({ ...before, faults }));
    on<AgentShown>("agent", (before, shown) => ({
      ...before,
      agent: { ...before.agent, [shown.channel]: shown },
    }));
    on<StepRun>("step", (before, run) => ({
      ...before,
      step_runs: [...(before.step_runs ?? []).filter((each) => each.id !== run.id), run],
    }));
    on<{ connected: boolean }>("connection", (before, { connected }) => ({ ...before, connected }));
    source.addEventListener("channel", () => void load());
    return () => source.close();
  }, []);

  return [state, live];
}
