import { useId, useLayoutEffect, useRef, useState } from "react";
import { completions, type Completion } from "./completions";
import { useHere } from "./context";
import { closedTo, titleOf } from "./conversations";
import { Icon } from "./icons";
import { Menu } from "./Menu";
import { send } from "./store";
import type { Channel } from "./types";

interface Props {
  channel: Channel;
  threadTs?: string;
  onSend: () => void;
  /** Whether the app's suggested prompts stand above. */
  prompted?: boolean;
  /** Whether it leaves the focus where it is when it appears. */
  quiet?: boolean;
}

/** What was typed and not sent, while the page is open. */
const drafts = new Map<string, string>();

export function Composer(props: Props) {
  const { workspace, user } = useHere();
  const closed = closedTo(props.channel, workspace, user);
  if (closed) return <p className="closed">{closed}</p>;
  return <OpenComposer {...props} />;
}

function OpenComposer({ channel, threadTs, onSend, prompted, quiet }: Props) {
  const { workspace, user, say } = useHere();
  const draft = `${user} ${channel.id} ${threadTs ?? ""}`;
  const [text, setText] = useState(drafts.get(draft) ?? "");
  const [waiting, setWaiting] = useState(0);
  const [at, setAt] = useState(0);
  const [closed, setClosed] = useState(false);
  const box = useRef<HTMLTextAreaElement>(null);
  const listId = useId();
  const found = closed ? [] : completions(text, workspace, user);
  const agent = workspace.agent?.[channel.id];
  const prompts = agent?.prompts ?? workspace.app.prompts;
  const status = Object.entries(agent?.statuses ?? {}).find(
    ([thread]) => threadTs === undefined || thread === threadTs,
  )?.[1].status;
  const globals = workspace.shortcuts.filter((each) => each.type === "global");

  const focusBox = () => {
    // On a phone the keyboard would cover what is to be read first.
    if (matchMedia("(min-width: 700px)").matches) box.current?.focus();
  };
  useLayoutEffect(() => {
    drafts.set(draft, text);
    const area = box.current!;
    area.style.height = "auto";
    area.style.height = `${Math.min(area.scrollHeight, 200)}px`;
  }, [text]);
  useLayoutEffect(() => {
    // Who walks along the tabs by keyboard is not taken away from them.
    const onTab = document.activeElement?.matches("[role=tab]:focus-visible");
    if (!quiet && !onTab) focusBox();
  }, []);

  const submit = async (typed: string) => {
    if (!typed) return;
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
    if (chosen.shortcut) {
      setText("");
      void useShortcut(chosen.shortcut);
    } else {
      setText(text.replace(/\S*$/, "") + chosen.insert);
    }
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
      sendTyped();
    }
  };
  const sendTyped = () => {
    setText("");
    void submit(text.trim());
  };
  const useShortcut = async (callback_id: string) => {
    const outcome = await send("shortcut", { user, callback_id });
    if (!outcome.ok) say(`That did not work: ${outcome.error}`);
  };

  const label = threadTs
    ? "Reply in the thread"
    : `Message ${titleOf(channel, workspace, user)}`;
  return (
    <div className="composer">
      {found.length > 0 && (
        <div aria-label="Suggestions" className="completions" id={listId} role="listbox">
          {found.map((each, index) => (
            <div
              aria-selected={index === at}
              className={index === at ? "option option-at" : "option"}
              id={`${listId}-${index}`}
              key={each.label}
              onClick={() => complete(each)}
              onMouseDown={(event) => event.preventDefault()}
              role="option"
            >
              <strong>{each.label}</strong> <span>{each.hint}</span>
              {each.does && <small>{each.does}</small>}
            </div>
          ))}
        </div>
      )}
      <p aria-live="polite" className="working">
        {(waiting > 0 || status) && (
          <>
            <span aria-hidden="true" className="spinner" />
            {status ? `${workspace.app.name} ${status}` : "Sending…"}
          </>
        )}
      </p>
      {prompted && prompts.length > 0 && (
        <div aria-label={agent?.prompts_title || "Suggested prompts"} className="prompts" role="group">
          {prompts.map((each) => (
            <button
              className="suggestion"
              key={each.title}
              onClick={() => void submit(each.message)}
              title={each.message}
              type="button"
            >
              {each.title}
            </button>
          ))}
        </div>
      )}
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
            sendTyped();
            focusBox();
          }}
          type="button"
        >
          <Icon name="send" size={17} />
        </button>
      </div>
      <p className="keys">
        <kbd>Enter</kbd> sends · <kbd>Shift</kbd> + <kbd>Enter</kbd> for a new line
        {!threadTs && (
          <>
            {" · "}
            <kbd>Ctrl</kbd> + <kbd>/</kbd> tells all keys
          </>
        )}
      </p>
    </div>
  );
}
