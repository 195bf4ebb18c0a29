import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import { useOpened } from "./AppTabs";
import { Confirm } from "./Confirm";
import { HereContext, type Here } from "./context";
import { channelsOf, titleOf, withApp } from "./conversations";
import { Developer } from "./Developer";
import { focusBack, tsOf } from "./focus";
import { KeyHelp, useKeys } from "./keys";
import { MainPane } from "./MainPane";
import { Modals } from "./Modals";
import { usePlace, type Go, type Place } from "./place";
import { sees, unread, useReading } from "./reading";
import { Sidebar } from "./Sidebar";
import { useWorkspace } from "./store";
import { Switcher } from "./Switcher";
import { useTheme } from "./theme";
import { ThreadPane } from "./ThreadPane";
import type { Json, Message, Workspace } from "./types";

const NOTICE_MS = 6000;

/** Messages that this person may see, in this channel. */
function seen(workspace: Workspace, place: Place): Message[] {
  return workspace.messages.filter(
    (each) => each.channel === place.channel && sees(place.user, each),
  );
}

export function App() {
  const [workspace, live] = useWorkspace();
  const [place, go] = usePlace(workspace);
  if (!workspace || !place) return <p className="loading">Opening the workspace…</p>;
  return <Workplace go={go} live={live} place={place} workspace={workspace} />;
}

interface Props {
  workspace: Workspace;
  place: Place;
  go: Go;
  live: boolean;
}

type Over = "switcher" | "keys" | null;

function Workplace({ workspace, place, go, live }: Props) {
  const [drawer, setDrawer] = useState(false);
  const [panel, setPanel] = useState(false);
  const [over, setOver] = useState<Over>(null);
  const [theme, nextTheme] = useTheme();
  const [sent, countSent] = useCounts();
  const { here, notice, confirm } = useHereValue(workspace, place.user);
  const opener = useRef<HTMLElement | null>(null);
  const developer = useRef<HTMLButtonElement>(null);

  const channel = workspace.channels.find((each) => each.id === place.channel)!;
  const messages = seen(workspace, place);
  const stack = workspace.views[place.user]?.stack ?? [];
  const parent = messages.find((each) => each.ts === place.thread);
  const mainName = `${place.user} ${channel.id}`;
  const threadName = `${place.user} ${place.thread}`;
  const mine = channelsOf(workspace, place.user);
  const app = withApp(channel, workspace);

  useReading(workspace, place.user, place.tab === "messages" ? place.channel : undefined);
  useOpened(place.user, app ? place.tab : null);
  useEffect(() => {
    document.title = `${titleOf(channel, workspace, place.user)} · ${workspace.team}`;
  }, [channel.id, place.user]);
  // On a phone the list of conversations comes over the page, and the keyboard with it.
  useLayoutEffect(() => {
    if (drawer) document.querySelector<HTMLElement>(".sidebar [aria-current]")?.focus();
  }, [drawer]);
  const closeDrawer = () => {
    if (!drawer) return;
    setDrawer(false);
    document.querySelector<HTMLElement>("main .only-narrow")?.focus();
  };
  const open = (id: string) => {
    go({ channel: id, thread: null, tab: "messages" });
    setDrawer(false);
  };
  useKeys({
    onSwitch: () => setOver("switcher"),
    onHelp: () => setOver("keys"),
    onStep: (step) => {
      const at = mine.findIndex((each) => each.id === channel.id);
      open(mine[(at + step + mine.length) % mine.length]!.id);
    },
  });
  const closeThread = () => {
    go({ thread: null });
    const before = opener.current;
    focusBack(before, tsOf(before) ?? place.thread ?? undefined);
    opener.current = null;
  };
  const closePanel = () => {
    setPanel(false);
    developer.current?.focus();
  };

  const side = panel || parent;
  return (
    <HereContext.Provider value={here}>
      <div className={`app ${drawer ? "app-drawer" : ""} ${side ? "app-side" : ""}`}>
        <Sidebar
          channels={mine}
          current={place.channel}
          onChannel={open}
          onClose={closeDrawer}
          onFind={() => {
            setDrawer(false);
            setOver("switcher");
          }}
          onTheme={nextTheme}
          onUser={(id) => go({ user: id, thread: null })}
          theme={theme}
          unread={(user, each) => unread(workspace, user, each)}
        />
        <MainPane
          channel={channel}
          developer={{ open: panel, toggle: () => setPanel(!panel), button: developer }}
          go={go}
          live={live}
          messages={messages}
          onMenu={() => setDrawer(true)}
          onSend={() => countSent(mainName)}
          onThread={(ts) => {
            opener.current = document.activeElement as HTMLElement | null;
            go({ thread: ts });
            setPanel(false);
          }}
          place={place}
          sent={sent[mainName] ?? 0}
        />
        {parent && !panel && (
          <ThreadPane
            channel={channel}
            messages={messages}
            name={threadName}
            onClose={closeThread}
            onSend={() => countSent(threadName)}
            parent={parent}
            quiet={opener.current === null}
            sent={sent[threadName] ?? 0}
          />
        )}
        {panel && <Developer onClose={closePanel} />}
        {stack.length > 0 && <Modals stack={stack} />}
        {over === "switcher" && (
          <Switcher onChannel={open} onClose={() => setOver(null)} onUser={(id) => go({ user: id })} />
        )}
        {over === "keys" && <KeyHelp onClose={() => setOver(null)} />}
        {confirm && <Confirm {...confirm} />}
        <p aria-live="polite" className={notice ? "notice notice-on" : "notice"} role="status">
          {notice}
        </p>
      </div>
    </HereContext.Provider>
  );
}

/** How often the reader sent something from each list of messages. */
function useCounts(): [Record<string, number>, (name: string) => void] {
  const [counts, setCounts] = useState<Record<string, number>>({});
  const count = (name: string) =>
    setCounts((before) => ({ ...before, [name]: (before[name] ?? 0) + 1 }));
  return [counts, count];
}

interface Asked {
  confirm: Json;
  onAnswer: (agreed: boolean) => void;
}

/** What all components share, and what it makes the page show: a notice, a question. */
function useHereValue(workspace: Workspace, user: string) {
  const [notice, setNotice] = useState("");
  const [asked, setAsked] = useState<Asked | null>(null);
  const agree = useCallback(
    (confirm: Json) =>
      new Promise<boolean>((resolve) =>
        setAsked({
          confirm,
          onAnswer: (agreed) => {
            setAsked(null);
            resolve(agreed);
          },
        }),
      ),
    [],
  );
  const here = useMemo<Here>(
    () => ({ workspace, user, say: setNotice, agree }),
    [workspace, user, agree],
  );
  useEffect(() => {
    if (!notice) return;
    const timer = setTimeout(() => setNotice(""), NOTICE_MS);
    return () => clearTimeout(timer);
  }, [notice]);
  return { here, notice, confirm: asked };
}
