// A message as the app sent it or hears of it.

import { Dialog } from "./Dialog";
import { Icon } from "./icons";
import { JsonText } from "./JsonText";
import type { Message } from "./types";

/** What only this page knows of a message. */
const PAGE_ONLY = new Set(["deleted", "by_bot", "values", "change", "ephemeral_to"]);

export function Inspect({ message, onClose }: { message: Message; onClose: () => void }) {
  const shown = Object.entries(message).filter(([name]) => !PAGE_ONLY.has(name));
  return (
    <Dialog className="inspect" onClose={onClose} titleId="inspect-title">
      <header className="modal-head">
        <h2 id="inspect-title">The message as JSON</h2>
        <button aria-label="Close" className="button button-quiet" onClick={onClose} type="button">
          <Icon name="close" />
        </button>
      </header>
      <div className="modal-body request">
        {message.blocks && <JsonText title="Blocks" value={{ blocks: message.blocks }} />}
        <JsonText title="Message" value={Object.fromEntries(shown)} />
      </div>
    </Dialog>
  );
}
