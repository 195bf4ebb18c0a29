// The app's own place: its Home tab, the messages with it, and what it says of itself.

import { useEffect, useRef } from "react";
import { Blocks } from "./Blocks";
import { useHere } from "./context";
import { useKeepElement } from "./focus";
import { Avatar } from "./icons";
import type { Tab } from "./place";
import { send } from "./store";
import { useViewSurface } from "./surfaces";
import type { View, Workspace } from "./types";

const NAMES: Record<Tab, string> = { home: "Home", messages: "Messages", about: "About" };

export function tabsOf(workspace: Workspace): Tab[] {
  const { home_tab, messages_tab } = workspace.app;
  const tabs: Tab[] = [];
  if (home_tab) tabs.push("home");
  if (messages_tab) tabs.push("messages");
  return [...tabs, "about"];
}

/** Tells the app that the person opened this tab of it, as Slack does. */
export function useOpened(user: string | undefined, tab: Tab | null): void {
  useEffect(() => {
    if (user && tab && tab !== "about") void send("open-home", { user, tab });
  }, [user, tab]);
}

export function AppTabs({ tab, onTab }: { tab: Tab; onTab: (tab: Tab) => void }) {
  const { workspace } = useHere();
  const tabs = tabsOf(workspace);
  const onKeyDown = (event: React.KeyboardEvent<HTMLElement>) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const next = (tabs.indexOf(tab) + step + tabs.length) % tabs.length;
    onTab(tabs[next]!);
    (event.currentTarget.children[next] as HTMLElement).focus();
  };
  return (
    <div aria-label={workspace.app.name} className="tabs" onKeyDown={onKeyDown} role="tablist">
      {tabs.map((each) => (
        <button
          aria-controls={each === tab ? "app-tab" : undefined}
          aria-selected={each === tab}
          id={`tab-${each}`}
          key={each}
          onClick={() => onTab(each)}
          role="tab"
          tabIndex={each === tab ? 0 : -1}
          type="button"
        >
          {NAMES[each]}
        </button>
      ))}
    </div>
  );
}

export function HomeTab({ home }: { home: View | null }) {
  const { workspace } = useHere();
  return (
    <section aria-labelledby="tab-home" className="tab" id="app-tab" role="tabpanel" tabIndex={0}>
      {home ? (
        <Home view={home} />
      ) : (
        <div className="tab-empty">
          <Avatar id={workspace.bot} name={workspace.app.name} size={56} />
          <h2>Nothing here yet</h2>
          <p>{workspace.app.name} has not published its Home tab for you.</p>
        </div>
      )}
    </section>
  );
}

function Home({ view }: { view: View }) {
  const values = useRef<Record<string, unknown>>({});
  const box = useRef<HTMLDivElement>(null);
  const focus = useKeepElement(box);
  return (
    <div className="tab-inner" ref={box} {...focus}>
      <Blocks blocks={view.blocks} surface={useViewSurface(view, values.current)} />
    </div>
  );
}

export function AboutTab() {
  const { workspace } = useHere();
  const { app, commands, shortcuts } = workspace;
  return (
    <section aria-labelledby="tab-about" className="tab" id="app-tab" role="tabpanel" tabIndex={0}>
      <div className="tab-inner about">
        <h2>
          <Avatar id={workspace.bot} name={app.name} size={40} /> {app.name}
        </h2>
        <p>{app.description}</p>
        <dl>
          {commands.map((each) => (
            <div key={each.command}>
              <dt>
                <code>
                  {each.command} {each.usage_hint}
                </code>
              </dt>
              <dd>{each.description}</dd>
            </div>
          ))}
          {shortcuts.map((each) => (
            <div key={each.callback_id}>
              <dt>{each.name}</dt>
              <dd>
                {each.description} ({each.type === "global" ? "in the composer's menu" : "in a message's menu"})
              </dd>
            </div>
          ))}
        </dl>
      </div>
    </section>
  );
}
