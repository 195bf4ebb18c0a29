// The page's own keys, beside Tab, Enter and Escape, and the words that tell them.

import { useLayoutEffect, useRef } from "react";
import { Dialog } from "./Dialog";
import { Icon } from "./icons";

const KEYS: [string, string][] = [
  ["Ctrl + K", "Go to a conversation"],
  ["Alt + ↑ / ↓", "Previous or next conversation"],
  ["F6", "Next pane: conversations, messages, composer, side pane"],
  ["↑ / ↓", "Previous or next message, from the messages"],
  ["T", "Open the thread of the message"],
  ["Enter", "Send, or choose"],
  ["Shift + Enter", "New line"],
  ["Escape", "Close what is open"],
  ["Ctrl + /", "These keys"],
];

/** What takes the focus in each pane. */
const PANES = [
  ".sidebar .entry[aria-current]",
  "main .messages, main .tab",
  "main .composer textarea",
  ".side .messages, .side .requests-list, .side .tab",
];

interface Does {
  onSwitch: () => void;
  onHelp: () => void;
  onStep: (step: number) => void;
}

export function useKeys(does: Does): void {
  const latest = useRef(does);
  latest.current = does;
  // Listened to before the page is seen: an effect would run after that, and miss an early key.
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      // What lies over the page has its own keys.
      if (document.querySelector("[role=dialog]")) return;
      const control = event.ctrlKey || event.metaKey;
      if (control && event.key.toLowerCase() === "k") latest.current.onSwitch();
      else if (control && event.key === "/") latest.current.onHelp();
      else if (event.altKey && event.key === "ArrowUp") latest.current.onStep(-1);
      else if (event.altKey && event.key === "ArrowDown") latest.current.onStep(1);
      else if (event.key === "F6") nextPane(event.shiftKey ? -1 : 1);
      else return;
      event.preventDefault();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, []);
}

function nextPane(step: number): void {
  const panes = PANES.map((each) => document.querySelector<HTMLElement>(each)).filter(
    (each) => each !== null,
  );
  const at = panes.findIndex((each) => paneOf(each).contains(document.activeElement));
  panes[(at + step + panes.length) % panes.length]?.focus();
}

/** What counts as being in a pane: its whole region, the composer apart. */
function paneOf(target: HTMLElement): HTMLElement {
  const side = target.closest<HTMLElement>(".side");
  return side ?? target.closest<HTMLElement>(".composer, .messages, .sidebar, .tab") ?? target;
}

export function KeyHelp({ onClose }: { onClose: () => void }) {
  return (
    <Dialog className="modal-small" onClose={onClose} titleId="keys-title">
      <header className="modal-head">
        <h2 id="keys-title">Keys</h2>
        <button aria-label="Close" className="button button-quiet" onClick={onClose} type="button">
          <Icon name="close" />
        </button>
      </header>
      <dl className="modal-body key-list">
        {KEYS.map(([key, does]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
