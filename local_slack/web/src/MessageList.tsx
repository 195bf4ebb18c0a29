import { memo, useEffect, useLayoutEffect, useMemo, useRef } from "react";
import { Blocks } from "./Blocks";
import { plainValue, useHere, type Surface } from "./context";
import { Avatar, Icon } from "./icons";
import { Menu } from "./Menu";
import { send } from "./store";
import type { Channel, Json, Message } from "./types";

const NEAR_BOTTOM_PX = 120;
const RUN_S = 300;

interface Props {
  channel: Channel;
  messages: Message[];
  inThread?: boolean;
  onThread?: (ts: string) => void;
}

export function MessageList({ channel, messages, inThread, onThread }: Props) {
  const list = useRef<HTMLDivElement>(null);
  const stick = useRef(true);
  const { user } = useHere();

  useLayoutEffect(() => {
    stick.current = true;
  }, [channel.id, user]);

  // Follows the conversation unless the reader has scrolled up to read.
  useEffect(() => {
    const box = list.current!;
    const follow = () => {
      if (stick.current) box.scrollTop = box.scrollHeight;
    };
    const watcher = new ResizeObserver(follow);
    watcher.observe(box.firstElementChild!);
    follow();
    return () => watcher.disconnect();
  }, [channel.id]);

  return (
    <div
      aria-label={inThread ? "Messages in the thread" : "Messages"}
      className="messages"
      onScroll={(event) => {
        const box = event.currentTarget;
        stick.current = box.scrollHeight - box.scrollTop - box.clientHeight < NEAR_BOTTOM_PX;
      }}
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
  );
}

function continues(before: Message | undefined, message: Message): boolean {
  return (
    before !== undefined &&
    before.user === message.user &&
    before.ephemeral_to === null &&
    message.ephemeral_to === null &&
    Number(message.ts) - Number(before.ts) < RUN_S
  );
}

function Beginning({ channel, empty }: { channel: Channel; empty: boolean }) {
  const { workspace, user } = useHere();
  const bot = workspace.users.find((each) => each.id === workspace.bot)!;
  const invited = channel.members.includes(workspace.bot);
  const suggestions = workspace.suggestions.map((words) =>
    channel.is_im ? words.replace(`@${bot.name} `, "") : words,
  );
  return (
    <section className="beginning">
      <h2>{channel.is_im ? bot.name : `#${channel.name}`}</h2>
      <p>
        {channel.is_im
          ? `This is where ${bot.name} and you write to each other.`
          : `This is the beginning of ${channel.is_private ? "the private channel " : ""}#${channel.name}.`}
        {!invited && ` @${bot.name} is not in here.`}
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

interface RowProps {
  message: Message;
  run: boolean;
  inThread?: boolean;
  onThread?: (ts: string) => void;
}

const Row = memo(function Row({ message, run, inThread, onThread }: RowProps) {
  const { workspace, user } = useHere();
  const author = workspace.users.find((each) => each.id === message.user)!;
  const private_ = message.ephemeral_to !== null;
  const surface = useSurface(message);
  const time = new Date(Number(message.ts) * 1000);
  const clock = time.toLocaleTimeString([], { hour: "numeric", minute: "2-digit" });
  // Slack shows `text` only where a message has no blocks.
  const blocks: Json[] = message.blocks?.length
    ? message.blocks
    : [{ type: "section", block_id: "text", text: { type: "mrkdwn", text: message.text } }];
  return (
    <article
      aria-label={`${author.real_name}, ${clock}${private_ ? ", only visible to you" : ""}`}
      className={`message ${run ? "message-run" : ""} ${private_ ? "message-private" : ""}`}
      data-ts={message.ts}
    >
      {private_ && (
        <p className="private">
          <Icon name="eye" size={14} /> Only visible to you
          <button
            className="dismiss"
            onClick={() =>
              void send("dismiss", { user, channel: message.channel, message_ts: message.ts })
            }
            type="button"
          >
            Dismiss
          </button>
        </p>
      )}
      <div className="message-side">
        {run ? <time className="run-time">{clock.replace(/ .M$/, "")}</time> : <Avatar id={author.id} name={author.real_name} />}
      </div>
      <div className="message-body">
        {!run && (
          <p className="author">
            <strong>{author.real_name}</strong>
            {(message.by_bot || author.id === workspace.slackbot) && <span className="badge">APP</span>}
            <time dateTime={time.toISOString()} title={time.toLocaleString()}>
              {clock}
            </time>
          </p>
        )}
        <Blocks blocks={blocks} surface={surface} />
        {message.edited && <span className="edited">(edited)</span>}
        {!inThread && !!message.reply_count && (
          <button className="replies" onClick={() => onThread?.(message.ts)} type="button">
            {message.reply_users?.slice(0, 3).map((id) => {
              const name = workspace.users.find((each) => each.id === id)?.real_name ?? id;
              return <Avatar id={id} key={id} name={name} size={22} />;
            })}
            <span>
              {message.reply_count} {message.reply_count === 1 ? "reply" : "replies"}
            </span>
          </button>
        )}
      </div>
      {!private_ && <Tools inThread={inThread} message={message} onThread={onThread} />}
    </article>
  );
}, sameRow);

/** Other messages' changes leave a row alone, so that what is typed into it stays. */
function sameRow(before: RowProps, after: RowProps): boolean {
  return before.message === after.message && before.run === after.run;
}

function Tools({ message, inThread, onThread }: Omit<RowProps, "run">) {
  const { workspace, user, say } = useHere();
  const shortcuts = workspace.shortcuts.filter((each) => each.type === "message");
  const use = async (callback_id: string) => {
    const place = { user, channel: message.channel, message_ts: message.ts };
    const outcome = await send("shortcut", { ...place, callback_id });
    if (!outcome.ok && outcome.status === undefined) say(`That did not work: ${outcome.error}`);
  };
  return (
    <div className="tools">
      {!inThread && (
        <button
          aria-label="Reply in thread"
          className="button button-quiet"
          onClick={() => onThread?.(message.thread_ts ?? message.ts)}
          title="Reply in thread"
          type="button"
        >
          <Icon name="bubble" size={16} />
        </button>
      )}
      {shortcuts.length > 0 && (
        <Menu
          items={shortcuts.map((each) => ({
            label: each.name,
            onChoose: () => void use(each.callback_id),
          }))}
          label="More message actions"
        />
      )}
    </div>
  );
}

function useSurface(message: Message): Surface {
  const { user } = useHere();
  return useMemo(() => {
    const place = { user, channel: message.channel, message_ts: message.ts };
    return {
      target: message,
      act: (block, element, value) =>
        send("act", { ...place, action_id: element.action_id, block_id: block.block_id, value }),
      suggest: async (element, typed) => {
        const body = { ...place, action_id: element.action_id, value: typed };
        return optionsOf((await send("suggest", body)).answer);
      },
      valueOf: (block, element) =>
        plainValue(message.values?.[block.block_id]?.[element.action_id]) ?? initial(element),
    };
  }, [message, user]);
}

export function optionsOf(answer: Json | undefined): Json[] {
  if (!answer) return [];
  return answer.options ?? answer.option_groups?.flatMap((group: Json) => group.options) ?? [];
}

function initial(element: Json): unknown {
  const name = Object.keys(element).find((key) => key.startsWith("initial_"));
  return name && element[name];
}
