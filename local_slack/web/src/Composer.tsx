import { useEffect, useId, useRef, useState } from "react";
import { useHere } from "./context";
import { Icon } from "./icons";
import { Menu } from "./Menu";
import { send } from "./store";
import type { Channel, Workspace } from "./types";

interface Props {
  channel: Channel;
  title: string;
  threadTs?: string;
  onSend: () => void;
}

interface Completion {
  insert: string;
  label: string;
  hint: string;
}

export function Composer({ channel, title, threadTs, onSend }: Props) {
  const { workspace, user, say } = useHere();
  const [text, setText] = useState("");
  const [waiting, setWaiting] = useState(0);
  const [at, setAt] = useState(0);
  const [closed, setClosed] = useState(false);
  const box = useRef<HTMLTextAreaElement>(null);
  const listId = useId();
  const found = closed ? [] : completions(text, workspace);
  const globals = workspace.shortcuts.filter((each) => each.type === "global");

  const focusBox = () => {
    // On a phone the keyboard would cover what is to be read first.
    if (matchMedia("(min-width: 700px)").matches) box.current?.focus();
  };
  useEffect(() => {
    const area = box.current!;
    area.style.height = "auto";
    area.style.height = `${Math.min(area.scrollHeight, 200)}px`;
  }, [text]);
  useEffect(() => {
    focusBox();
  }, []);

  const submit = async () => {
    const typed = text.trim();
    if (!typed) return;
    setText("");
    onSend();
    setWaiting((count) => count + 1);
    const body = { user, channel: channel.id, text: typed, thread_ts: threadTs };
    const outcome = await send("say", body);
    setWaiting((count) => count - 1);
    // The app's failures are told by Slackbot in the channel.
    if (!outcome.ok && outcome.status === undefined) say(`Not sent: ${outcome.error}`);
  };
  const complete = (chosen: Completion | undefined) => {
    if (!chosen) return;
    setText(text.replace(/\S*$/, "") + chosen.insert);
    setAt(0);
    box.current?.focus();
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (found.length && ["ArrowDown", "ArrowUp"].includes(event.key)) {
      event.preventDefault();
      setAt((at + (event.key === "ArrowDown" ? 1 : -1) + found.length) % found.length);
    } else if (found.length && (event.key === "Tab" || event.key === "Enter") && !event.shiftKey) {
      event.preventDefault();
      complete(found[at]);
    } else if (found.length && event.key === "Escape") {
      event.stopPropagation();
      setClosed(true);
    } else if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      void submit();
    }
  };
  const useShortcut = async (callback_id: string) => {
    const outcome = await send("shortcut", { user, callback_id });
    if (!outcome.ok) say(`That did not work: ${outcome.error}`);
  };

  const label = threadTs
    ? "Reply in the thread"
    : `Message ${channel.is_im ? title : `#${title}`}`;
  return (
    <div className="composer">
      {found.length > 0 && (
        <div aria-label="Suggestions" className="completions" id={listId} role="listbox">
          {found.map((each, index) => (
            <div
              aria-selected={index === at}
              className={index === at ? "option option-at" : "option"}
              id={`${listId}-${index}`}
              key={each.insert}
              onClick={() => complete(each)}
              onMouseDown={(event) => event.preventDefault()}
              role="option"
            >
              <strong>{each.label}</strong> <span>{each.hint}</span>
            </div>
          ))}
        </div>
      )}
      <p aria-live="polite" className="working">
        {waiting > 0 && (
          <>
            <span aria-hidden="true" className="spinner" /> Sending…
          </>
        )}
      </p>
      <div className="composer-box">
        {globals.length > 0 && !threadTs && (
          <Menu
            icon={<Icon name="bolt" size={17} />}
            items={globals.map((each) => ({
              label: each.name,
              hint: each.description,
              onChoose: () => void useShortcut(each.callback_id),
            }))}
            label="Shortcuts"
            upward
          />
        )}
        <textarea
          aria-activedescendant={found[at] ? `${listId}-${at}` : undefined}
          aria-autocomplete="list"
          aria-controls={found.length ? listId : undefined}
          aria-label={label}
          onChange={(event) => {
            setText(event.target.value);
            setClosed(false);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
          placeholder={label}
          ref={box}
          rows={1}
          value={text}
        />
        <button
          aria-disabled={!text.trim()}
          aria-label="Send"
          className="button button-send"
          onClick={() => {
            void submit();
            focusBox();
          }}
          type="button"
        >
          <Icon name="send" size={17} />
        </button>
      </div>
      <p className="keys">
        <kbd>Enter</kbd> sends · <kbd>Shift</kbd> + <kbd>Enter</kbd> for a new line
      </p>
    </div>
  );
}

function completions(text: string, workspace: Workspace): Completion[] {
  if (/^\/\S*$/.test(text)) {
    const typed = text.toLowerCase();
    return workspace.commands
      .filter(({ command }) => command.startsWith(typed) && command !== typed)
      .map((each) => ({
        insert: `${each.command} `,
        label: each.command,
        hint: [each.usage_hint, each.description].filter(Boolean).join(" · "),
      }));
  }
  const typed = /(?:^|\s)@([\w-]*)$/.exec(text)?.[1]?.toLowerCase();
  if (typed === undefined) return [];
  return workspace.users
    .filter((each) => each.id !== workspace.slackbot && each.name !== typed)
    .filter((each) => `${each.name} ${each.real_name}`.toLowerCase().includes(typed))
    .sort((a, b) => Number(b.id === workspace.bot) - Number(a.id === workspace.bot))
    .map((each) => ({
      insert: `@${each.name} `,
      label: `@${each.name}`,
      hint: each.id === workspace.bot ? "App" : each.real_name,
    }));
}
