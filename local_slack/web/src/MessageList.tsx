import { Fragment, useRef, useState } from "react";
import { useHere } from "./context";
import { closedTo, isDirect, titleOf, withApp } from "./conversations";
import { useKeepFocus } from "./focus";
import { Icon } from "./icons";
import { firstUnread } from "./reading";
import { Row } from "./Row";
import { send } from "./store";
import type { Channel, Message } from "./types";
import { useFollow } from "./useFollow";

const RUN_S = 300;

interface Props {
  channel: Channel;
  messages: Message[];
  /** How many times the reader has sent something from here. */
  sent: number;
  inThread?: boolean;
  onThread?: (ts: string) => void;
}

/** To be keyed by user and channel or thread: each starts anew at its newest message. */
export function MessageList({ channel, messages, sent, inThread, onThread }: Props) {
  const { workspace, user } = useHere();
  // What is read while one looks stays marked until one has looked elsewhere.
  const [news0] = useState(() => (inThread ? null : firstUnread(workspace, user, messages)));
  const list = useRef<HTMLDivElement>(null);
  const { news, jump, onScroll } = useFollow(list, messages, user, sent);
  const focus = useKeepFocus(list);
  return (
    <div className="messages-frame">
      <div
        {...focus}
        aria-label={inThread ? "Messages in the thread" : "Messages"}
        className="messages"
        onKeyDown={(event) => moveAlong(event, onThread)}
        onScroll={onScroll}
        ref={list}
        role="log"
        tabIndex={0}
      >
        <div className="messages-inner">
          {!inThread && <Beginning channel={channel} empty={messages.length === 0} />}
          {messages.map((message, index) => {
            const before = messages[index - 1];
            const line = dividerOf(before, message, message.ts === news0);
            return (
              <Fragment key={message.ts}>
                {line && !(inThread && !line.news) && (
                  <p className={line.news ? "divider divider-news" : "divider"}>
                    <span>{line.words}</span>
                  </p>
                )}
                <Row
                  inThread={inThread}
                  message={message}
                  onThread={onThread}
                  run={!line && continues(before, message) && !(inThread && index === 1)}
                />
              </Fragment>
            );
          })}
        </div>
      </div>
      {news && (
        <button className="news" onClick={jump} type="button">
          <Icon name="arrow" size={15} /> New messages
        </button>
      )}
    </div>
  );
}

/** The line above a message that begins a day, or what the reader has not seen. */
function dividerOf(before: Message | undefined, message: Message, news: boolean) {
  const [day, last] = [dayOf(message), before && dayOf(before)];
  if (day === last) return news ? { words: "New", news } : null;
  return { words: news ? `${day} · New` : day, news };
}

function dayOf(message: Message): string {
  const date = new Date(Number(message.ts) * 1000);
  if (date.toDateString() === new Date().toDateString()) return "Today";
  return date.toLocaleDateString([], { weekday: "long", month: "long", day: "numeric" });
}

/** Up and down go from message to message, T opens the thread of the one that has the focus. */
function moveAlong(event: React.KeyboardEvent<HTMLElement>, onThread?: (ts: string) => void): void {
  const box = event.currentTarget;
  const rows = [...box.querySelectorAll<HTMLElement>(".message")];
  const at = rows.indexOf(event.target as HTMLElement);
  if (at < 0 && event.target !== box) return;
  if (event.key === "ArrowUp") (at < 0 ? rows.at(-1) : (rows[at - 1] ?? rows[0]))?.focus();
  else if (event.key === "ArrowDown" && at >= 0) (rows[at + 1] ?? rows[at])?.focus();
  else if (event.key.toLowerCase() === "t" && !event.ctrlKey && !event.metaKey && at >= 0) {
    onThread?.(rows[at]!.dataset.thread ?? rows[at]!.dataset.ts!);
  } else return;
  event.preventDefault();
}

function continues(before: Message | undefined, message: Message): boolean {
  return (
    before !== undefined &&
    before.user === message.user &&
    before.subtype === message.subtype &&
    before.ephemeral_to === null &&
    message.ephemeral_to === null &&
    Number(message.ts) - Number(before.ts) < RUN_S
  );
}

function Beginning({ channel, empty }: { channel: Channel; empty: boolean }) {
  const { workspace, user } = useHere();
  const bot = workspace.users.find((each) => each.id === workspace.bot)!;
  const invited = channel.members.includes(workspace.bot);
  const call = `@${bot.name}`;
  const app = withApp(channel, workspace);
  const commands = workspace.suggestions.filter((each) => each.startsWith("/"));
  // Nobody can be invited into a direct message.
  const uninvited = isDirect(channel) ? commands : [...commands, `/invite ${call}`];
  const suggestions = invited
    ? workspace.suggestions.map((each) => (app ? each.replace(`${call} `, "") : each))
    : uninvited;
  // The app's own prompts stand above the composer.
  const prompts = workspace.agent?.[channel.id]?.prompts ?? workspace.app.prompts;
  const offered = empty && !(app && prompts.length > 0) && !closedTo(channel, workspace, user);
  return (
    <section className="beginning">
      <h2>{titleOf(channel, workspace, user)}</h2>
      <p>
        {isDirect(channel)
          ? `This is where ${titleOf(channel, workspace, user)} and you write to each other.`
          : `This is the beginning of ${channel.is_private ? "the private channel " : ""}#${channel.name}.`}
        {!invited && ` ${call} is not in here: slash commands work, mentions do not.`}
      </p>
      {offered && (
        <div className="suggestions">
          <p id="suggestions-title">Try one of these:</p>
          <div aria-labelledby="suggestions-title" role="group">
            {suggestions.map((words) => (
              <button
                className="suggestion"
                key={words}
                onClick={() => void send("say", { user, channel: channel.id, text: words })}
                type="button"
              >
                {words}
              </button>
            ))}
          </div>
        </div>
      )}
    </section>
  );
}
