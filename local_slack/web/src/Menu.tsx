// A small menu behind a button: overflow menus, message menus, the composer's shortcuts.

import { useLayoutEffect, useRef, useState, type ReactNode } from "react";
import { Icon } from "./icons";

interface Item {
  label: string;
  hint?: string;
  onChoose: () => void;
}

interface Props {
  label: string;
  items: Item[];
  busy?: boolean;
  actionId?: string;
  icon?: ReactNode;
  upward?: boolean;
}

export function Menu({ label, items, busy, actionId, icon, upward }: Props) {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLSpanElement>(null);
  const button = useRef<HTMLButtonElement>(null);

  useLayoutEffect(() => {
    if (!open) return;
    root.current?.querySelector<HTMLElement>("[role=menuitem]")?.focus();
    const away = (event: PointerEvent) => {
      if (!root.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener("pointerdown", away);
    return () => document.removeEventListener("pointerdown", away);
  }, [open]);

  const move = (step: number) => {
    const all = [...(root.current?.querySelectorAll<HTMLElement>("[role=menuitem]") ?? [])];
    const at = all.indexOf(document.activeElement as HTMLElement);
    all[(at + step + all.length) % all.length]?.focus();
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (!open) return;
    if (event.key === "Escape") {
      event.stopPropagation();
      setOpen(false);
      button.current?.focus();
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      move(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Tab") setOpen(false);
  };

  return (
    <span className="menu-root" onKeyDown={onKeyDown} ref={root}>
      <button
        aria-busy={busy}
        aria-expanded={open}
        aria-haspopup="menu"
        aria-label={label}
        className="button button-quiet"
        data-action-id={actionId}
        onClick={() => setOpen(!open)}
        ref={button}
        title={label}
        type="button"
      >
        {busy ? <span aria-hidden="true" className="spinner" /> : (icon ?? <Icon name="dots" />)}
      </button>
      {open && (
        <span className={upward ? "menu menu-up" : "menu"} role="menu">
          {items.map((item) => (
            <button
              key={item.label}
              onClick={() => {
                setOpen(false);
                button.current?.focus();
                item.onChoose();
              }}
              role="menuitem"
              type="button"
            >
              {item.label}
              {item.hint && <small>{item.hint}</small>}
            </button>
          ))}
        </span>
      )}
    </span>
  );
}
