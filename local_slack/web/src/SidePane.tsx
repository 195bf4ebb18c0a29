import type { ReactNode } from "react";
import { Icon } from "./icons";

interface Props {
  title: string;
  note: string;
  /** What the button that closes the pane is called. */
  close: string;
  onClose: () => void;
  children: ReactNode;
}

export function SidePane({ title, note, close, onClose, children }: Props) {
  return (
    <aside
      aria-label={title}
      className="pane side"
      onKeyDown={(event) => event.key === "Escape" && onClose()}
    >
      <header className="bar">
        <h2>{title}</h2>
        <p className="topic">{note}</p>
        <button aria-label={close} className="button button-quiet" onClick={onClose} type="button">
          <Icon name="close" />
        </button>
      </header>
      {children}
    </aside>
  );
}
