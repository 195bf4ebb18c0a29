// Interactive elements. Each sends `block_actions` when used, or keeps its value in a form.

import { useRef, useState } from "react";
import { useHere, type Surface } from "./context";
import { Icon } from "./icons";
import { Menu } from "./Menu";
import { Select } from "./Select";
import { plainText } from "./text";
import type { Json } from "./types";

export interface ElementProps {
  block: Json;
  element: Json;
  surface: Surface;
  id?: string;
  describedBy?: string;
}

export function Element(props: ElementProps) {
  const { type } = props.element;
  if (type === "button" || type === "workflow_button" || type === "icon_button") {
    return <Button {...props} />;
  }
  if (type === "feedback_buttons") return <Feedback {...props} />;
  if (type === "overflow") return <Overflow {...props} />;
  if (type === "checkboxes" || type === "radio_buttons") return <Choices {...props} />;
  if (type.endsWith("_select")) return <Select {...props} />;
  return <TextInput {...props} />;
}

/** Acts once at a time; says whether it is under way, after asking when the app wants that. */
export function useAct({ block, element, surface }: ElementProps): [boolean, (value?: unknown) => void] {
  const [busy, setBusy] = useState(false);
  const { say, agree } = useHere();
  const act = async (value?: unknown) => {
    if (busy) return;
    if (element.confirm && !(await agree(element.confirm))) return;
    setBusy(true);
    const outcome = await surface.act(block, element, value);
    setBusy(false);
    // A failure on a message is told by Slackbot in the channel; here are the others.
    if (!outcome.ok && (surface.keep || outcome.status === undefined)) {
      say(`That did not work: ${outcome.error}`);
    }
  };
  return [busy, (value) => void act(value)];
}

function Button(props: ElementProps) {
  const { element } = props;
  const [busy, act] = useAct(props);
  const isIcon = element.type === "icon_button";
  const click = () => {
    // Slack opens the link and tells the app, both.
    if (element.url) window.open(element.url, "_blank", "noopener");
    act();
  };
  return (
    <button
      aria-busy={busy}
      aria-label={element.accessibility_label ?? (isIcon ? plainText(element.text) : undefined)}
      className={`button ${isIcon ? "button-quiet" : ""} button-${element.style ?? "plain"}`}
      data-action-id={element.action_id}
      onClick={click}
      type="button"
    >
      {busy && <span aria-hidden="true" className="spinner" />}
      {isIcon ? <Icon name="trash" size={16} /> : <span>{plainText(element.text)}</span>}
    </button>
  );
}

function Feedback(props: ElementProps) {
  const [given, setGiven] = useState<string | null>(null);
  const [busy, act] = useAct(props);
  const choices = [
    ["positive", "up"],
    ["negative", "thumbdown"],
  ] as const;
  return (
    <span aria-busy={busy} className="feedback" data-action-id={props.element.action_id}>
      {choices.map(([name, icon]) => {
        const button = props.element[`${name}_button`];
        return (
          <button
            aria-label={button.accessibility_label ?? plainText(button.text)}
            aria-pressed={given === name}
            className="button button-quiet"
            key={name}
            onClick={() => {
              setGiven(name);
              act(name);
            }}
            title={plainText(button.text)}
            type="button"
          >
            <Icon name={icon} size={17} />
          </button>
        );
      })}
    </span>
  );
}

function Overflow(props: ElementProps) {
  const [busy, act] = useAct(props);
  const choose = (option: Json) => {
    if (option.url) window.open(option.url, "_blank", "noopener");
    act(option.value);
  };
  return (
    <Menu
      actionId={props.element.action_id}
      busy={busy}
      items={props.element.options.map((option: Json) => ({
        label: plainText(option.text),
        onChoose: () => choose(option),
      }))}
      label="More actions"
    />
  );
}

function Choices(props: ElementProps) {
  const { block, element, surface, id, describedBy } = props;
  const many = element.type === "checkboxes";
  const held = surface.valueOf(block, element);
  const given = (Array.isArray(held) ? held : held ? [held] : []) as (Json | string)[];
  const [chosen, setChosen] = useState<string[]>(
    given.map((option) => (typeof option === "string" ? option : option.value)),
  );
  const [, act] = useAct(props);
  const toggle = (value: string) => {
    const rest = chosen.filter((each) => each !== value);
    const next = many ? (chosen.includes(value) ? rest : [...rest, value]) : [value];
    setChosen(next);
    const sent = many ? next : next[0];
    if (surface.keep && block.type === "input") surface.keep(block, element, sent);
    else act(sent);
  };
  return (
    <div
      aria-describedby={describedBy}
      aria-labelledby={id && `${id}-label`}
      className="choices"
      data-action-id={element.action_id}
      role={many ? "group" : "radiogroup"}
    >
      {element.options.map((option: Json) => (
        <label className="choice" key={option.value}>
          <input
            checked={chosen.includes(option.value)}
            name={element.action_id}
            onChange={() => toggle(option.value)}
            type={many ? "checkbox" : "radio"}
          />
          <span>
            {option.text.type === "mrkdwn" ? plainText(option.text).replace(/[*_~`]/g, "") : plainText(option.text)}
            {option.description && <small>{plainText(option.description)}</small>}
          </span>
        </label>
      ))}
    </div>
  );
}

const NATIVE: Record<string, string> = {
  datepicker: "date",
  timepicker: "time",
  datetimepicker: "datetime-local",
  number_input: "number",
  email_text_input: "email",
  url_text_input: "url",
  file_input: "file",
};
const PICKERS = new Set(["datepicker", "timepicker", "datetimepicker"]);

function TextInput(props: ElementProps) {
  const { block, element, surface, id, describedBy } = props;
  const held = surface.valueOf(block, element);
  const [value, setValue] = useState(typeof held === "string" ? held : "");
  const sent = useRef(value);
  const [, act] = useAct(props);
  const multiline = element.multiline || element.type === "rich_text_input";
  const form = surface.keep !== undefined && block.type === "input";
  const change = (typed: string) => {
    setValue(typed);
    if (form) surface.keep?.(block, element, wireValue(element, typed));
    else if (PICKERS.has(element.type)) act(wireValue(element, typed));
  };
  const dispatch = () => {
    if (!block.dispatch_action || sent.current === value) return;
    sent.current = value;
    act(wireValue(element, value));
  };
  const common = {
    "aria-describedby": describedBy,
    "aria-label": id ? undefined : (element.placeholder?.text ?? element.type),
    className: "text-input",
    "data-action-id": element.action_id,
    id,
    onBlur: dispatch,
    placeholder: element.placeholder?.text,
    value,
  };
  if (multiline) {
    return <textarea {...common} onChange={(event) => change(event.target.value)} rows={4} />;
  }
  return (
    <input
      {...common}
      onChange={(event) => change(event.target.value)}
      onKeyDown={(event) => event.key === "Enter" && dispatch()}
      type={NATIVE[element.type] ?? "text"}
    />
  );
}

function wireValue(element: Json, typed: string): unknown {
  if (!typed) return null;
  if (element.type === "datetimepicker") return Math.floor(new Date(typed).getTime() / 1000);
  if (element.type === "rich_text_input") {
    const section = { type: "rich_text_section", elements: [{ type: "text", text: typed }] };
    return { type: "rich_text", elements: [section] };
  }
  return typed;
}
