// Runs the app's custom steps, as a workflow would, and tells what came of it.

import { useId, useState } from "react";
import { useHere } from "./context";
import { JsonText } from "./JsonText";
import { send } from "./store";
import type { Parameter, Step, StepRun } from "./types";

export function Steps() {
  const { workspace } = useHere();
  const steps = workspace.app.steps ?? [];
  const [chosen, setChosen] = useState(steps[0]!);
  const runs = (workspace.step_runs ?? []).filter((each) => each.callback_id === chosen.callback_id);
  return (
    <div className="faults tab" tabIndex={0}>
      <p>Runs a step of the app, as a workflow of Workflow Builder would.</p>
      {steps.length > 1 && (
        <select
          aria-label="Step"
          className="text-input"
          onChange={(event) =>
            setChosen(steps.find((each) => each.callback_id === event.target.value)!)
          }
          value={chosen.callback_id}
        >
          {steps.map((each) => (
            <option key={each.callback_id} value={each.callback_id}>
              {each.title}
            </option>
          ))}
        </select>
      )}
      <Form key={chosen.callback_id} step={chosen} />
      <section aria-label="Runs" className="faults-on">
        <h3>Runs</h3>
        {runs.length === 0 && <p>None yet.</p>}
        {[...runs].reverse().map((each) => (
          <Run key={each.id} run={each} />
        ))}
      </section>
    </div>
  );
}

function Form({ step }: { step: Step }) {
  const { user, say } = useHere();
  const id = useId();
  // What Slack fills in itself is not asked for.
  const asked = step.inputs.filter((each) => each.type !== "slack#/types/user_context");
  const run = async (event: React.FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const filled = asked.filter((each) => form.get(each.name) !== "");
    const inputs = Object.fromEntries(
      filled.map((each) => [each.name, valueOf(each, String(form.get(each.name) ?? ""))]),
    );
    const outcome = await send("run-step", { user, callback_id: step.callback_id, inputs });
    if (!outcome.ok) say(`Not run: ${outcome.error}`);
  };
  return (
    <form onSubmit={(event) => void run(event)}>
      <div>
        <h3>{step.title}</h3>
        <p>{step.description}</p>
      </div>
      {asked.map((each) => (
        <div key={each.name}>
          <label htmlFor={`${id}-${each.name}`}>
            {each.title || each.name}
            {!each.is_required && <span className="field-optional"> (optional)</span>}
          </label>
          <Field id={`${id}-${each.name}`} parameter={each} />
          {each.description && <p className="field-hint">{each.description}</p>}
        </div>
      ))}
      <button className="button button-primary" type="submit">
        Run the step
      </button>
    </form>
  );
}

function Field({ id, parameter }: { id: string; parameter: Parameter }) {
  const { workspace, user } = useHere();
  const common = { className: "text-input", id, name: parameter.name, required: parameter.is_required };
  if (parameter.type === "slack#/types/user_id") {
    const people = workspace.users.filter((each) => workspace.people.includes(each.id));
    return (
      <select {...common} defaultValue={user}>
        {people.map((each) => (
          <option key={each.id} value={each.id}>
            {each.real_name}
          </option>
        ))}
      </select>
    );
  }
  if (parameter.type === "slack#/types/channel_id") {
    return (
      <select {...common}>
        {workspace.channels
          .filter((each) => !each.is_im && !each.is_mpim)
          .map((each) => (
            <option key={each.id} value={each.id}>
              #{each.name}
            </option>
          ))}
      </select>
    );
  }
  if (parameter.type === "boolean") {
    return (
      <select {...common}>
        {!parameter.is_required && <option value="">not given</option>}
        <option value="true">yes</option>
        <option value="false">no</option>
      </select>
    );
  }
  const number = parameter.type === "integer" || parameter.type === "number";
  return <input {...common} type={number ? "number" : "text"} />;
}

function valueOf({ type }: Parameter, typed: string): unknown {
  if (type === "integer" || type === "number") return Number(typed);
  if (type === "boolean") return typed === "true";
  return typed;
}

function Run({ run }: { run: StepRun }) {
  const failed = run.status === "failed";
  return (
    <article aria-label={`Run, ${run.status}`} className="run">
      <p>
        <span className={failed ? "status status-bad" : "status"}>{run.status}</span> {run.error}
      </p>
      <JsonText title="Inputs" value={run.inputs} />
      {run.status === "completed" && <JsonText title="Outputs" value={run.outputs} />}
    </article>
  );
}
