// What went to and fro between Slack and the app, newest first: what a developer wants to see.

import type { Entry } from "./types";

export function Requests({ records }: { records: Entry[] }) {
  if (records.length === 0) return <p className="requests-none">Nothing yet. Say something.</p>;
  return (
    <ol className="requests" tabIndex={0}>
      {[...records].reverse().map((entry, index) => (
        <li key={records.length - index}>
          <details>
            <summary>
              <span className={entry.type === "call" ? "way way-call" : "way"}>
                {entry.type === "call" ? "app → Slack" : "Slack → app"}
              </span>
              <code>{entry.name}</code>
              {!!entry.retry_num && <span className="retry">retry {entry.retry_num}</span>}
              <span className={entry.ok ? "status" : "status status-bad"}>
                {entry.error ?? entry.status}
              </span>
              <span className="ms">{Math.round(entry.ms)} ms</span>
            </summary>
            <h3>Request</h3>
            <pre tabIndex={0}>{JSON.stringify(entry.request, null, 2)}</pre>
            <h3>Response</h3>
            <pre tabIndex={0}>{JSON.stringify(entry.response, null, 2)}</pre>
          </details>
        </li>
      ))}
    </ol>
  );
}
