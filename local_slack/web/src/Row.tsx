// One message: who, when, its blocks, and what can be done with it.

import { memo, useState } from "react";
import { Attachments } from "./Attachments";
import { Blocks } from "./Blocks";
import { useHere } from "./context";
import { EditBox } from "./EditBox";
import { Avatar, Icon } from "./icons";
import { Inspect } from "./Inspect";
import { Menu } from "./Menu";
import { send } from "./store";
import { useMessageSurface } from "./surfaces";
import type { Json, Message, Workspace } from "./types";

interface RowProps {
  message: Message;
  run: boolean;
  inThread?: boolean;
  onThread?: (ts: string) => void;
}

export const Row = memo(function Row({ message, run, inThread, onThread }: RowProps) {
  const { workspace, user } = useHere();
  const author = workspace.users.find((each) => each.id === message.user)!;
  const app = message.by_bot || [workspace.bot, workspace.slackbot].includes(author.id);
  const [editing, setEditing] = useState(false);
  const [inspected, setInspected] = useState(false);
  const private_ = message.ephemeral_to !== null;
  const surface = useMessageSurface(message);
  const time = new Date(Number(message.ts) * 1000);
  const clock = time.toLocaleTimeString([], { hour: "numeric", minute: "2-digit" });
  // Slack shows `text` only where a message has no blocks.
  const blocks: Json[] = message.blocks?.length
    ? message.blocks
    : [{ type: "section", block_id: "text", text: { type: "mrkdwn", text: wordsOf(message, workspace) } }];
  return (
    <article
      aria-label={`${author.real_name}, ${clock}${private_ ? ", only visible to you" : ""}`}
      className={`message ${run ? "message-run" : ""} ${private_ ? "message-private" : ""}`}
      data-thread={message.thread_ts}
      data-ts={message.ts}
      tabIndex={-1}
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
            {app && <span className="badge">APP</span>}
            <time dateTime={time.toISOString()} title={time.toLocaleString()}>
              {clock}
            </time>
          </p>
        )}
        {editing ? (
          <EditBox message={message} onDone={() => setEditing(false)} />
        ) : (
          <Blocks blocks={blocks} surface={surface} />
        )}
        {message.attachments && (
          <Attachments attachments={message.attachments} surface={surface} />
        )}
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
      <Tools
        inThread={inThread}
        message={message}
        onEdit={() => setEditing(true)}
        onInspect={() => setInspected(true)}
        onThread={onThread}
      />
      {inspected && <Inspect message={message} onClose={() => setInspected(false)} />}
    </article>
  );
}, sameRow);

/** Slack tells in the text who joined, and only its clients tell who invited them. */
function wordsOf(message: Message, workspace: Workspace): string {
  const channel = workspace.channels.find((each) => each.id === message.channel);
  if (message.subtype !== "channel_join" || !message.inviter || !channel) return message.text;
  return `was added to #${channel.name} by <@${message.inviter}>.`;
}

/** Other messages' changes leave a row alone, so that what is typed into it stays. */
function sameRow(before: RowProps, after: RowProps): boolean {
  return before.message === after.message && before.run === after.run;
}

const SURE = {
  title: { text: "Delete the message?" },
  text: { text: "It is gone for everyone, at once." },
  confirm: { text: "Delete" },
  deny: { text: "Keep" },
  style: "danger",
};

interface ToolsProps extends Omit<RowProps, "run"> {
  onEdit: () => void;
  onInspect: () => void;
}

function Tools({ message, inThread, onThread, onEdit, onInspect }: ToolsProps) {
  const { workspace, user, say, agree } = useHere();
  // Slack keeps no ephemeral message, so nothing can be hung on one.
  const kept = message.ephemeral_to === null;
  const shortcuts = workspace.shortcuts.filter((each) => kept && each.type === "message");
  const replies = kept && !inThread;
  const reply = () => onThread?.(message.thread_ts ?? message.ts);
  const own = message.user === user && !message.subtype;
  const place = { user, channel: message.channel, message_ts: message.ts };
  const remove = async () => {
    if (await agree(SURE)) await send("delete", place);
  };
  const use = async (callback_id: string) => {
    const outcome = await send("shortcut", { ...place, callback_id });
    if (!outcome.ok && outcome.status === undefined) say(`That did not work: ${outcome.error}`);
  };
  const items = [
    ...(replies ? [{ label: "Reply in thread", onChoose: reply }] : []),
    ...shortcuts.map((each) => ({
      label: each.name,
      hint: each.description,
      onChoose: () => void use(each.callback_id),
    })),
    ...(own
      ? [
          { label: "Edit message", onChoose: onEdit },
          { label: "Delete message", onChoose: () => void remove() },
        ]
      : []),
    { label: "Show its JSON", onChoose: onInspect },
  ];
  return (
    <div className="tools">
      {replies && (
        <button
          aria-label="Reply in thread"
          className="button button-quiet tool-reply"
          onClick={reply}
          title="Reply in thread"
          type="button"
        >
          <Icon name="bubble" size={16} />
        </button>
      )}
      <Menu items={items} label="More message actions" />
    </div>
  );
}
