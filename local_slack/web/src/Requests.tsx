// What went to and fro between Slack and the app, newest first, each with its JSON and timing.

import { useState } from "react";
import { Icon } from "./icons";
import { JsonText } from "./JsonText";
import { send } from "./store";
import type { Entry } from "./types";

const FILTERS: Record<string, (entry: Entry) => boolean> = {
  All: () => true,
  "To the app": (entry) => entry.type === "delivery",
  "To Slack": (entry) => entry.type === "call",
  Failed: (entry) => !entry.ok,
};
/** Slack waits this long for an answer; so a full bar means trouble. */
const SLACK_WAITS_MS = 3000;

export function Requests({ records }: { records: Entry[] }) {
  const [filter, setFilter] = useState("All");
  const [typed, setTyped] = useState("");
  const wanted = records.filter(
    (entry) =>
      FILTERS[filter]!(entry) && entry.name.toLowerCase().includes(typed.trim().toLowerCase()),
  );
  return (
    <>
      <div className="requests-tools">
        <div aria-label="Show" className="segments" role="group">
          {Object.keys(FILTERS).map((each) => (
            <button
              aria-pressed={each === filter}
              key={each}
              onClick={() => setFilter(each)}
              type="button"
            >
              {each}
            </button>
          ))}
        </div>
        <input
          aria-label="Filter by name"
          className="text-input"
          onChange={(event) => setTyped(event.target.value)}
          placeholder="Filter"
          type="search"
          value={typed}
        />
        <button
          aria-label="Clear the list"
          className="button button-quiet"
          onClick={() => void send("forget", {})}
          title="Clear the list"
          type="button"
        >
          <Icon name="trash" size={16} />
        </button>
      </div>
      {wanted.length === 0 && (
        <p className="requests-none">
          {records.length ? "Nothing fits the filter." : "Nothing yet. Say something to the app."}
        </p>
      )}
      <ol aria-label="Requests" className="requests-list" tabIndex={0}>
        {wanted.reverse().map((entry) => (
          <li key={entry.id}>
            <Request entry={entry} />
          </li>
        ))}
      </ol>
    </>
  );
}

function Request({ entry }: { entry: Entry }) {
  const [open, setOpen] = useState(false);
  const call = entry.type === "call";
  const slow = Math.min(entry.ms / SLACK_WAITS_MS, 1);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <span className={call ? "way way-call" : "way"}>
          <Icon name={call ? "left" : "right"} size={13} />
          {call ? "to Slack" : "to the app"}
        </span>
        <code title={entry.name}>{entry.name}</code>
        <span className={entry.ok ? "status" : "status status-bad"}>
          {entry.error ?? entry.status}
        </span>
        <span className="ms">{Math.round(entry.ms)} ms</span>
        <span aria-hidden="true" className={slow > 0.8 ? "bar-ms bar-slow" : "bar-ms"}>
          <span style={{ width: `${Math.max(slow * 100, 1)}%` }} />
        </span>
      </summary>
      {open && <Details entry={entry} />}
    </details>
  );
}

function Details({ entry }: { entry: Entry }) {
  const when = new Date(entry.at * 1000);
  const clock = `${when.toLocaleTimeString([], { hour12: false })}.${String(when.getMilliseconds()).padStart(3, "0")}`;
  const facts = [
    clock,
    `${entry.ms} ms`,
    entry.status && `HTTP ${entry.status}`,
    entry.transport === "socket" && "over Socket Mode",
    !!entry.retry_num && `delivered again, ${entry.retry_num}`,
  ];
  return (
    <div className="request">
      <p>
        {facts.filter(Boolean).join(" · ")}
        {entry.kind === "event" && (
          <button
            className="copy"
            onClick={() => void send("redeliver", { ts: entry.ts })}
            title="As Slack does when the answer got lost"
            type="button"
          >
            Deliver again
          </button>
        )}
      </p>
      {entry.headers && Object.keys(entry.headers).length > 0 && (
        <JsonText title="Headers" value={entry.headers} />
      )}
      <JsonText title="Request" value={entry.request} />
      <JsonText title="Response" value={entry.response} />
    </div>
  );
}
