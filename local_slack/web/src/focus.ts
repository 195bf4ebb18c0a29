// Where the keyboard goes when what it was on goes away.

import { useLayoutEffect, useRef, type FocusEvent, type RefObject } from "react";

function messageAt(root: ParentNode, ts: string | undefined): HTMLElement | null {
  return ts ? root.querySelector<HTMLElement>(`.message[data-ts="${CSS.escape(ts)}"]`) : null;
}

export function tsOf(element: Element | null): string | undefined {
  return element?.closest<HTMLElement>(".message")?.dataset.ts;
}

/** Focuses what had the focus; when it is gone, its message; else the composer. */
export function focusBack(before: HTMLElement | null, ts: string | undefined): void {
  const main = document.querySelector("main")!;
  const there = before?.isConnected && before !== document.body ? before : messageAt(main, ts);
  (there ?? main.querySelector("textarea"))?.focus();
}

/** Moves the focus to the message whose focused part was replaced, or next to one that went. */
export function useKeepFocus(list: RefObject<HTMLDivElement | null>) {
  const held = useRef<string | undefined>(undefined);

  useLayoutEffect(() => {
    const box = list.current!;
    if (!held.current || document.activeElement !== document.body) return;
    const ts = held.current;
    const there = messageAt(box, ts);
    const before = [...box.querySelectorAll<HTMLElement>(".message")].filter(
      (each) => each.dataset.ts! < ts,
    );
    const next = there ?? before.at(-1) ?? box;
    next.focus({ preventScroll: true });
    if (there) reveal(box, there);
  });

  return {
    onFocus: (event: FocusEvent) => {
      held.current = tsOf(event.target);
    },
    onBlur: () => {
      held.current = undefined;
    },
  };
}

/** Keeps the focus on a select or button that is drawn anew because the app changed what it is in. */
export function useKeepElement(root: RefObject<HTMLElement | null>) {
  const held = useRef<string | undefined>(undefined);

  useLayoutEffect(() => {
    if (!held.current || document.activeElement !== document.body) return;
    const named = `[data-action-id="${CSS.escape(held.current)}"]`;
    root.current!.querySelector<HTMLElement>(named)?.focus({ preventScroll: true });
  });

  return {
    onFocus: ({ target }: FocusEvent<HTMLElement>) => {
      held.current = target.dataset.actionId;
    },
    onBlur: ({ relatedTarget }: FocusEvent) => {
      if (relatedTarget) held.current = undefined;
    },
  };
}

/** Scrolls as little as shows the message, or its beginning when it is taller than the list. */
function reveal(box: HTMLElement, message: HTMLElement): void {
  const [outer, inner] = [box.getBoundingClientRect(), message.getBoundingClientRect()];
  const above = inner.top - outer.top;
  const below = inner.bottom - outer.bottom;
  if (above < 0) box.scrollTop += above;
  else if (below > 0) box.scrollTop += Math.min(above, below);
}
