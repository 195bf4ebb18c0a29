// What lies over the page and keeps the keyboard inside until it is closed.

import { useLayoutEffect, useRef, useState, type ReactNode } from "react";
import { createPortal } from "react-dom";
import { focusBack, tsOf } from "./focus";

const FOCUSABLE = "button, [href], input, textarea, select, [tabindex]:not([tabindex='-1'])";

interface Props {
  titleId: string;
  className?: string;
  /** What takes the focus first, as a selector inside; else the dialog itself. */
  first?: string;
  onClose: () => void;
  children: ReactNode;
}

export function Dialog({ titleId, className = "", first, onClose, children }: Props) {
  const box = useRef<HTMLDivElement>(null);
  // Looked at before what is inside takes the focus, which it does in an effect of its own.
  const [before] = useState(() => document.activeElement as HTMLElement | null);
  const [ts] = useState(() => tsOf(before));

  useLayoutEffect(() => {
    const start = first ? box.current!.querySelector<HTMLElement>(first) : null;
    if (!box.current!.contains(document.activeElement)) (start ?? box.current!).focus();
    // As soon as all has been drawn without it, and not from what has taken the focus since.
    return () =>
      queueMicrotask(() => {
        if (document.activeElement === document.body) focusBack(before, ts);
      });
  }, []);

  // The focus may be outside for a moment, while a dialog on top of this one goes away.
  useLayoutEffect(() => {
    const onEscape = (event: KeyboardEvent) => {
      const outside = !box.current!.contains(event.target as Node);
      const onTop = [...document.querySelectorAll(".modal")].at(-1) === box.current;
      if (event.key === "Escape" && outside && onTop) onClose();
    };
    document.addEventListener("keydown", onEscape);
    return () => document.removeEventListener("keydown", onEscape);
  }, [onClose]);

  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.key === "Escape") {
      event.stopPropagation();
      onClose();
    }
    if (event.key === "Tab") keepInside(event, box.current!);
  };
  // Not where it was opened: a list of messages would read it out as news.
  return createPortal(
    <div className="modal-veil" onKeyDown={onKeyDown}>
      <div
        aria-labelledby={titleId}
        aria-modal="true"
        className={`modal ${className}`}
        ref={box}
        role="dialog"
        tabIndex={-1}
      >
        {children}
      </div>
    </div>,
    document.body,
  );
}

function keepInside(event: React.KeyboardEvent, box: HTMLElement): void {
  const all = [...box.querySelectorAll<HTMLElement>(FOCUSABLE)].filter((each) => each.offsetParent);
  const [first, last] = [all[0], all.at(-1)];
  const at = document.activeElement;
  if (event.shiftKey && (at === first || at === box)) {
    event.preventDefault();
    last?.focus();
  } else if (!event.shiftKey && at === last) {
    event.preventDefault();
    first?.focus();
  }
}
