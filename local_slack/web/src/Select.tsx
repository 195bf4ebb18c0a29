// Select menus of every source, single and multiple, as one combobox with type-ahead.

import { useEffect, useId, useRef, useState } from "react";
import { useHere } from "./context";
import { titleOf, withApp } from "./conversations";
import { useAct, type ElementProps } from "./elements";
import { Icon } from "./icons";
import { plainText } from "./text";
import type { Channel, Json, Workspace } from "./types";

interface Option {
  label: string;
  value: string;
  group?: string;
  raw: Json | string;
}

const TYPING_PAUSE_MS = 150;

export function Select(props: ElementProps) {
  const { block, element, surface, id, describedBy } = props;
  const { workspace, user } = useHere();
  const many = element.type.startsWith("multi_");
  const external = element.type.endsWith("external_select");
  const held = surface.valueOf(block, element);
  const [chosen, setChosen] = useState<Option[]>(() => heldOptions(held, workspace));
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState("");
  const [found, setFound] = useState<Option[]>([]);
  const [loading, setLoading] = useState(false);
  const [at, setAt] = useState(0);
  const [busy, act] = useAct(props);
  const listId = useId();
  const root = useRef<HTMLDivElement>(null);
  const least = element.min_query_length ?? 3;

  useEffect(() => {
    if (!open || !external) return;
    if (typed.length < least) {
      setFound([]);
      return;
    }
    setLoading(true);
    let current = true;
    const timer = setTimeout(async () => {
      const options = await surface.suggest(element, typed);
      if (!current) return;
      setFound(options.map(({ option, group }) => fromOption(option, group)));
      setLoading(false);
    }, TYPING_PAUSE_MS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [open, typed]);

  useEffect(() => {
    const list = open && document.getElementById(listId);
    if (list) list.scrollIntoView({ block: "nearest" });
  }, [open, found]);
  // The list is shorter than what it may hold: what the keyboard is at must stay in sight.
  useEffect(() => {
    if (open) document.getElementById(`${listId}-${at}`)?.scrollIntoView({ block: "nearest" });
  }, [open, at, found]);

  const all = external ? found : sourceOptions(element, workspace, user);
  const shown = external
    ? all
    : all.filter((option) => option.label.toLowerCase().includes(typed.toLowerCase()));

  const choose = (option: Option | undefined) => {
    if (!option) return;
    const has = chosen.some((each) => each.value === option.value);
    const rest = chosen.filter((each) => each.value !== option.value);
    const next = many ? (has ? rest : [...rest, option]) : [option];
    setChosen(next);
    setTyped("");
    if (!many) setOpen(false);
    const values = next.map((each) => each.raw);
    const sent = many ? values : values[0];
    if (surface.keep && block.type === "input") surface.keep(block, element, sent);
    else act(sent);
  };

  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      setOpen(true);
      const step = event.key === "ArrowDown" ? 1 : -1;
      setAt((at + step + shown.length) % Math.max(shown.length, 1));
    } else if (event.key === "Enter") {
      event.preventDefault();
      if (open) choose(shown[at]);
      else setOpen(true);
    } else if (event.key === "Escape" && open) {
      event.stopPropagation();
      setOpen(false);
    }
  };

  const text = open ? typed : chosen.map((option) => option.label).join(", ");
  return (
    <div
      className="select"
      onBlur={(event) => !root.current?.contains(event.relatedTarget) && setOpen(false)}
      ref={root}
    >
      <input
        aria-activedescendant={open && shown[at] ? `${listId}-${at}` : undefined}
        aria-autocomplete="list"
        aria-busy={busy}
        aria-controls={listId}
        aria-describedby={describedBy}
        aria-expanded={open}
        aria-label={id ? undefined : (element.placeholder?.text ?? "Choose")}
        autoComplete="off"
        className="text-input select-input"
        data-action-id={element.action_id}
        id={id}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
          setOpen(true);
        }}
        onClick={() => setOpen(true)}
        onKeyDown={onKeyDown}
        placeholder={chosen.map((option) => option.label).join(", ") || element.placeholder?.text || "Choose"}
        role="combobox"
        value={text}
      />
      <span className="select-arrow">
        {busy ? <span className="spinner" /> : <Icon name="down" size={16} />}
      </span>
      <div className="options" hidden={!open} id={listId} role="listbox">
        {shown.map((option, index) => (
          <div
            aria-selected={chosen.some((each) => each.value === option.value)}
            className={index === at ? "option option-at" : "option"}
            id={`${listId}-${index}`}
            key={option.value}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choose(option)}
            onMouseEnter={() => setAt(index)}
            role="option"
          >
            {option.group && shown[index - 1]?.group !== option.group && (
              <span className="option-group">{option.group}</span>
            )}
            {option.label}
          </div>
        ))}
        {shown.length === 0 && (
          <p className="option-none">
            {loading ? "Asking the app…" : external && typed.length < least ? "Type to search" : "Nothing found"}
          </p>
        )}
      </div>
    </div>
  );
}

function fromOption(option: Json, group?: string): Option {
  return { label: plainText(option.text), value: option.value, group, raw: option };
}

function sourceOptions(element: Json, workspace: Workspace, user: string): Option[] {
  if (element.option_groups) {
    return element.option_groups.flatMap((group: Json) =>
      group.options.map((option: Json) => fromOption(option, plainText(group.label))),
    );
  }
  if (element.options) return element.options.map((option: Json) => fromOption(option));
  if (element.type.includes("users")) {
    return workspace.users
      .filter((user) => user.id !== workspace.slackbot)
      .map((user) => ({ label: user.real_name, value: user.id, raw: user.id }));
  }
  const kinds: string[] = element.type.endsWith("channels_select")
    ? ["public"]
    : (element.filter?.include ?? ["public", "private", "im", "mpim"]);
  return workspace.channels
    .filter((channel) => kinds.includes(kindOf(channel)) && !channel.is_archived)
    .filter((channel) => channel.members.includes(user) || kindOf(channel) === "public")
    .filter((channel) => !(element.filter?.exclude_bot_users && withApp(channel, workspace)))
    .map((channel) => {
      const label = titleOf(channel, workspace, user);
      return { label, value: channel.id, raw: channel.id };
    });
}

/** As `filter.include` of a conversation list names it. */
function kindOf(channel: Channel): string {
  if (channel.is_im) return "im";
  if (channel.is_mpim) return "mpim";
  return channel.is_private ? "private" : "public";
}

function heldOptions(held: unknown, workspace: Workspace): Option[] {
  const values = Array.isArray(held) ? held : held ? [held] : [];
  return values.map((each) => {
    if (typeof each !== "string") return fromOption(each as Json);
    const user = workspace.users.find((one) => one.id === each);
    const channel = workspace.channels.find((one) => one.id === each);
    return { label: user?.real_name ?? (channel ? `#${channel.name}` : each), value: each, raw: each };
  });
}
