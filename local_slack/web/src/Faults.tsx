// What can be made to go wrong between the app and Slack, to see how the app bears it.

import { useId, useState } from "react";
import { useHere } from "./context";
import { Icon } from "./icons";
import { send } from "./store";
import type { Fault } from "./types";

interface Field {
  name: string;
  label: string;
  value: string;
  type?: "number";
}

interface Kind {
  name: string;
  words: string;
  method: boolean;
  fields: Field[];
}

const TIMES: Field = { name: "times", label: "Calls", value: "1", type: "number" };
const KINDS: Kind[] = [
  {
    name: "rate_limit",
    words: "Rate limit (429)",
    method: true,
    fields: [TIMES, { name: "retry_after_s", label: "Retry after, s", value: "2", type: "number" }],
  },
  {
    name: "fail",
    words: "Slack refuses",
    method: true,
    fields: [TIMES, { name: "error", label: "Error code", value: "not_in_channel" }],
  },
  { name: "server_error", words: "Slack is down (500)", method: true, fields: [TIMES] },
  {
    name: "delay",
    words: "Slack is slow",
    method: true,
    fields: [{ name: "seconds", label: "Seconds", value: "2", type: "number" }],
  },
  { name: "drop_socket", words: "Socket Mode is cut", method: false, fields: [] },
  { name: "refresh_socket", words: "Socket Mode asks to connect anew", method: false, fields: [] },
];

export function Faults() {
  const { workspace, say } = useHere();
  const [kind, setKind] = useState(KINDS[0]!);
  const id = useId();
  const switchOn = async (event: React.FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const body = { ...Object.fromEntries(new FormData(event.currentTarget)), kind: kind.name };
    const outcome = await send("fault", body);
    if (!outcome.ok) say(`Not switched on: ${outcome.error}`);
    else if (!kind.method) say("Done, to every Socket Mode connection.");
  };
  return (
    <div className="faults tab" tabIndex={0}>
      <p>Makes the app's calls to Slack go wrong, so that you see what people would see.</p>
      <form onSubmit={(event) => void switchOn(event)}>
        <fieldset className="fault-kinds">
          <legend>What goes wrong</legend>
          {KINDS.map((each) => (
            <label className="choice" key={each.name}>
              <input
                checked={each === kind}
                name="kind"
                onChange={() => setKind(each)}
                type="radio"
                value={each.name}
              />
              {each.words}
            </label>
          ))}
        </fieldset>
        {kind.method && (
          <div>
            <label htmlFor={`${id}-method`}>Method</label>
            <select className="text-input" id={`${id}-method`} name="method">
              <option value="*">every method</option>
              <option>response_url</option>
              {workspace.methods.map((each) => (
                <option key={each}>{each}</option>
              ))}
            </select>
          </div>
        )}
        <div className="fault-fields">
          {kind.fields.map((each) => (
            <div key={`${kind.name} ${each.name}`}>
              <label htmlFor={`${id}-${each.name}`}>{each.label}</label>
              <input
                className="text-input"
                defaultValue={each.value}
                id={`${id}-${each.name}`}
                min={0}
                name={each.name}
                required
                step={each.name === "seconds" ? 0.5 : 1}
                type={each.type ?? "text"}
              />
            </div>
          ))}
        </div>
        <button className="button button-primary" type="submit">
          {kind.method ? "Switch on" : "Do it now"}
        </button>
      </form>
      <SwitchedOn faults={workspace.faults} />
    </div>
  );
}

function SwitchedOn({ faults }: { faults: Fault[] }) {
  return (
    <section aria-label="Switched on" className="faults-on">
      <h3>Switched on</h3>
      {faults.length === 0 && <p>Nothing: Slack works as it should.</p>}
      <ul>
        {faults.map((each, index) => (
          <li key={index}>
            <Icon name="bolt" size={14} />
            <code>{each.method === "*" ? "every method" : each.method}</code> {told(each)}
          </li>
        ))}
      </ul>
      {faults.length > 0 && (
        <button
          className="button button-plain"
          onClick={() => void send("fault", { kind: "clear" })}
          type="button"
        >
          Switch all off
        </button>
      )}
    </section>
  );
}

function told({ seconds, status, error, times }: Fault): string {
  if (seconds !== undefined) return `waits ${seconds} s`;
  return `answers ${error ?? status}, ${times === 1 ? "once" : `${times} times`}`;
}
