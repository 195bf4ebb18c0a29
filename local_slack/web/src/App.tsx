import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { Composer } from "./Composer";
import { HereContext } from "./context";
import { focusBack, tsOf } from "./focus";
import { Icon } from "./icons";
import { MessageList } from "./MessageList";
import { ModalView } from "./ModalView";
import { sees, unread, useReading } from "./reading";
import { Requests } from "./Requests";
import { Sidebar } from "./Sidebar";
import { send, useWorkspace } from "./store";
import type { Channel, Message, Workspace } from "./types";

interface Place {
  user: string;
  channel: string;
  thread: string | null;
}

/** `#/ana/eng-leveling/1700000000.000100`: who looks, where, and the thread that is open. */
function readPlace(workspace: Workspace): Place {
  const [name, channelName, thread] = decodeURIComponent(location.hash.slice(2)).split("/");
  const people = workspace.users.filter((user) => workspace.people.includes(user.id));
  const user = people.find((each) => each.name === name) ?? people[0]!;
  const mine = channelsOf(workspace, user.id);
  const channel = mine.find((each) => each.name === channelName) ?? mine[0]!;
  return { user: user.id, channel: channel.id, thread: thread || null };
}

function channelsOf(workspace: Workspace, user: string): Channel[] {
  return workspace.channels.filter((channel) => channel.members.includes(user));
}

function usePlace(workspace: Workspace | null): [Place | null, (change: Partial<Place>) => void] {
  const [place, setPlace] = useState<Place | null>(null);
  const ready = workspace !== null;
  useEffect(() => {
    if (!workspace) return;
    setPlace(readPlace(workspace));
    const follow = () => setPlace(readPlace(workspace));
    addEventListener("hashchange", follow);
    return () => removeEventListener("hashchange", follow);
  }, [ready]);
  const go = (change: Partial<Place>) => {
    if (!workspace || !place) return;
    const next = { ...place, ...change };
    if (change.user && change.user !== place.user) {
      const there = workspace.channels.find((each) => each.id === next.channel);
      if (!there?.members.includes(change.user)) {
        // From one person's direct message with the bot to the other's.
        const mine = channelsOf(workspace, change.user);
        next.channel = (mine.find((each) => each.is_im === there?.is_im) ?? mine[0]!).id;
      }
    }
    const user = workspace.users.find((each) => each.id === next.user)!.name;
    const channel = workspace.channels.find((each) => each.id === next.channel)!.name;
    location.hash = ["#", user, channel, next.thread].filter(Boolean).join("/");
  };
  return [place, go];
}

/** Messages that this person may see, in this channel. */
function seen(workspace: Workspace, place: Place): Message[] {
  return workspace.messages.filter(
    (each) => each.channel === place.channel && sees(place.user, each),
  );
}

export function App() {
  const [workspace, live] = useWorkspace();
  const [place, go] = usePlace(workspace);
  const [drawer, setDrawer] = useState(false);
  const [panel, setPanel] = useState(false);
  const [notice, setNotice] = useState("");
  const [sent, setSent] = useState<Record<string, number>>({});
  const opener = useRef<HTMLElement | null>(null);
  const requests = useRef<HTMLButtonElement>(null);
  const say = useCallback((words: string) => setNotice(words), []);
  const here = useMemo(
    () => workspace && place && { workspace, user: place.user, say },
    [workspace, place, say],
  );

  useReading(workspace, place?.user, place?.channel);

  useEffect(() => {
    if (!notice) return;
    const timer = setTimeout(() => setNotice(""), 6000);
    return () => clearTimeout(timer);
  }, [notice]);

  if (!workspace || !place || !here) return <p className="loading">Opening the workspace…</p>;

  const channel = workspace.channels.find((each) => each.id === place.channel)!;
  const messages = seen(workspace, place);
  const views = workspace.views[place.user];
  const view = views?.stack.at(-1);
  const bot = workspace.users.find((each) => each.id === workspace.bot)!;
  const title = channel.is_im ? bot.name : channel.name;
  const threadOf = place.thread && messages.find((each) => each.ts === place.thread);

  // What is keyed by these starts anew when another person, channel or thread is looked at.
  const mainKey = `${place.user} ${channel.id}`;
  const threadKey = `${place.user} ${place.thread}`;
  const countSent = (key: string) => setSent({ ...sent, [key]: (sent[key] ?? 0) + 1 });
  const closeThread = () => {
    go({ thread: null });
    const before = opener.current;
    focusBack(before, tsOf(before) ?? place.thread ?? undefined);
    opener.current = null;
  };
  const closeRequests = () => {
    setPanel(false);
    requests.current?.focus();
  };

  return (
    <HereContext.Provider value={here}>
      <div className={`app ${drawer ? "app-drawer" : ""} ${threadOf || panel ? "app-side" : ""}`}>
        <Sidebar
          channels={channelsOf(workspace, place.user)}
          current={place.channel}
          onChannel={(id) => {
            go({ channel: id, thread: null });
            setDrawer(false);
            if (workspace.channels.find((each) => each.id === id)?.is_im) {
              void send("open-home", { user: place.user, tab: "messages" });
            }
          }}
          onClose={() => setDrawer(false)}
          onUser={(id) => go({ user: id, thread: null })}
          unread={(each) => unread(workspace, place.user, each)}
        />
        <main aria-label={title} className="pane">
          <header className="bar">
            <button
              aria-label="Channels"
              className="button button-quiet only-narrow"
              onClick={() => setDrawer(true)}
              type="button"
            >
              <Icon name="menu" />
            </button>
            <h1>
              <Icon name={channel.is_im ? "list" : channel.is_private ? "lock" : "hash"} size={17} />
              <span>{title}</span>
              {channel.is_im && <span className="badge">APP</span>}
            </h1>
            <p className="topic">{channel.topic?.value}</p>
            <button
              aria-pressed={panel}
              className="button button-quiet"
              onClick={() => setPanel(!panel)}
              ref={requests}
              title="What Slack and the app say to each other"
              type="button"
            >
              <Icon name="bolt" size={16} />
              <span className="only-wide">Requests</span>
            </button>
          </header>
          {!live && <p className="offline">Not connected to the local workspace. Trying again…</p>}
          <MessageList
            channel={channel}
            key={mainKey}
            messages={messages.filter(
              (each) => !each.thread_ts || each.thread_ts === each.ts || each.reply_broadcast,
            )}
            onThread={(ts) => {
              opener.current = document.activeElement as HTMLElement | null;
              go({ thread: ts });
              setPanel(false);
            }}
            sent={sent[mainKey] ?? 0}
          />
          <Composer
            channel={channel}
            key={`composer ${mainKey}`}
            onSend={() => countSent(mainKey)}
            title={title}
          />
        </main>
        {threadOf && !panel && (
          <aside
            aria-label="Thread"
            className="pane side"
            onKeyDown={(event) => event.key === "Escape" && closeThread()}
          >
            <header className="bar">
              <h2>Thread</h2>
              <p className="topic">{channel.is_im ? title : `#${title}`}</p>
              <CloseButton label="Close the thread" onClose={closeThread} />
            </header>
            <MessageList
              channel={channel}
              inThread
              key={threadKey}
              messages={messages.filter(
                (each) => each.ts === place.thread || each.thread_ts === place.thread,
              )}
              sent={sent[threadKey] ?? 0}
            />
            <Composer
              channel={channel}
              key={`composer ${threadKey}`}
              onSend={() => countSent(threadKey)}
              threadTs={threadOf.ts}
              title={title}
            />
          </aside>
        )}
        {panel && (
          <aside
            aria-label="Requests"
            className="pane side"
            onKeyDown={(event) => event.key === "Escape" && closeRequests()}
          >
            <header className="bar">
              <h2>Requests</h2>
              <p className="topic">between Slack and the app</p>
              <CloseButton label="Close requests" onClose={closeRequests} />
            </header>
            <Requests records={workspace.records} />
          </aside>
        )}
        {views && view && <ModalView depth={views.stack.length} key={view.id} view={view} />}
        <p aria-live="polite" className={notice ? "notice notice-on" : "notice"} role="status">
          {notice}
        </p>
      </div>
    </HereContext.Provider>
  );
}

function CloseButton({ label, onClose }: { label: string; onClose: () => void }) {
  return (
    <button aria-label={label} className="button button-quiet" onClick={onClose} type="button">
      <Icon name="close" />
    </button>
  );
}
