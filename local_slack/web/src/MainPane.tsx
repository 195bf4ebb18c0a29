// The conversation that is looked at; the app's own has tabs.

import type { RefObject } from "react";
import { AboutTab, AppTabs, HomeTab } from "./AppTabs";
import { Composer } from "./Composer";
import { useHere } from "./context";
import { iconOf, nameOf, partner, withApp } from "./conversations";
import { Avatar, Icon } from "./icons";
import { MessageList } from "./MessageList";
import type { Go, Place } from "./place";
import type { Channel, Message } from "./types";

interface Props {
  channel: Channel;
  messages: Message[];
  place: Place;
  go: Go;
  live: boolean;
  sent: number;
  onSend: () => void;
  onThread: (ts: string) => void;
  onMenu: () => void;
  developer: { open: boolean; toggle: () => void; button: RefObject<HTMLButtonElement | null> };
}

export function MainPane(props: Props) {
  const { channel, place, go, live } = props;
  const { workspace, user } = useHere();
  const app = withApp(channel, workspace);
  const tab = app ? place.tab : "messages";
  return (
    <main aria-label={nameOf(channel, workspace, user)} className="pane">
      <Bar {...props} />
      {app && <AppTabs onTab={(next) => go({ tab: next, thread: null })} tab={tab} />}
      {!live && <p className="offline">Not connected to the local workspace. Trying again…</p>}
      {live && !workspace.connected && (
        <p className="offline">{workspace.app.name} is not running: nothing can reach it.</p>
      )}
      {tab === "home" && <HomeTab home={workspace.views[user]?.home ?? null} />}
      {tab === "about" && <AboutTab />}
      {tab === "messages" && <Messages {...props} app={app} />}
    </main>
  );
}

function Messages({ channel, messages, sent, onSend, onThread, app }: Props & { app: boolean }) {
  const { user } = useHere();
  const name = `${user} ${channel.id}`;
  const list = (
    <>
      <MessageList
        channel={channel}
        key={name}
        messages={messages.filter(
          (each) => !each.thread_ts || each.thread_ts === each.ts || each.reply_broadcast,
        )}
        onThread={onThread}
        sent={sent}
      />
      <Composer channel={channel} key={`composer ${name}`} onSend={onSend} prompted={app} />
    </>
  );
  if (!app) return list;
  return (
    <div aria-labelledby="tab-messages" className="tab-messages" id="app-tab" role="tabpanel">
      {list}
    </div>
  );
}

function Bar({ channel, onMenu, developer }: Props) {
  const { workspace, user } = useHere();
  const other = partner(channel, workspace, user);
  const faults = workspace.faults.length;
  const warnings = workspace.warnings.length;
  const notes = [
    faults && `${faults} ${faults === 1 ? "fault" : "faults"} on`,
    warnings && `${warnings} ${warnings === 1 ? "warning" : "warnings"}`,
  ].filter(Boolean);
  return (
    <header className="bar">
      <button
        aria-label="Channels"
        className="button button-quiet only-narrow"
        onClick={onMenu}
        type="button"
      >
        <Icon name="menu" />
      </button>
      <h1>
        {other ? (
          <Avatar id={other.id} name={other.real_name} size={24} />
        ) : (
          <Icon name={iconOf(channel)} size={17} />
        )}
        <span className="bar-name">{nameOf(channel, workspace, user)}</span>
        {withApp(channel, workspace) && <span className="badge">APP</span>}
      </h1>
      <p className="topic">{channel.topic?.value ?? other?.title}</p>
      <button
        aria-label={["Developer", ...notes].join(", ")}
        aria-pressed={developer.open}
        className="button button-quiet"
        onClick={developer.toggle}
        ref={developer.button}
        title={notes.join(", ") || "What Slack and the app say to each other"}
        type="button"
      >
        <Icon name="code" size={16} />
        <span className="only-wide">Developer</span>
        {notes.length > 0 && <span aria-hidden="true" className="fault-dot" />}
      </button>
    </header>
  );
}
