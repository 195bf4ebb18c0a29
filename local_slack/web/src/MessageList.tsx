import { useRef } from "react";
import { useHere } from "./context";
import { useKeepFocus } from "./focus";
import { Icon } from "./icons";
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
  const { user } = useHere();
  const list = useRef<HTMLDivElement>(null);
  const { news, jump, onScroll } = useFollow(list, messages, user, sent);
  const focus = useKeepFocus(list);
  return (
    <div className="messages-frame">
      <div
        {...focus}
        aria-label={inThread ? "Messages in the thread" : "Messages"}
        className="messages"
        onScroll={onScroll}
        ref={list}
        role="log"
        tabIndex={0}
      >
        <div className="messages-inner">
          {!inThread && <Beginning channel={channel} empty={messages.length === 0} />}
          {messages.map((message, index) => (
            <Row
              inThread={inThread}
              key={message.ts}
              message={message}
              onThread={onThread}
              run={continues(messages[index - 1], message) && !(inThread && index === 1)}
            />
          ))}
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
  const suggestions = invited
    ? workspace.suggestions.map((each) => (channel.is_im ? each.replace(`${call} `, "") : each))
    : [...workspace.suggestions.filter((each) => each.startsWith("/")), `/invite ${call}`];
  return (
    <section className="beginning">
      <h2>{channel.is_im ? bot.name : `#${channel.name}`}</h2>
      <p>
        {channel.is_im
          ? `This is where ${bot.name} and you write to each other.`
          : `This is the beginning of ${channel.is_private ? "the private channel " : ""}#${channel.name}.`}
        {!invited && ` ${call} is not in here: slash commands work, mentions do not.`}
      </p>
      {empty && (
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
