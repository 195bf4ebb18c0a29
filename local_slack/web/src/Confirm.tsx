// Asks before an element acts, when the app wants that (`confirm` of the element).

import { Dialog } from "./Dialog";
import { plainText } from "./text";
import type { Json } from "./types";

interface Props {
  confirm: Json;
  onAnswer: (agreed: boolean) => void;
}

export function Confirm({ confirm, onAnswer }: Props) {
  return (
    <Dialog
      className="modal-small"
      first=".modal-foot .button:last-child"
      onClose={() => onAnswer(false)}
      titleId="confirm-title"
    >
      <header className="modal-head">
        <h2 id="confirm-title">{plainText(confirm.title)}</h2>
      </header>
      <p className="modal-body">{plainText(confirm.text)}</p>
      <footer className="modal-foot">
        <button className="button button-plain" onClick={() => onAnswer(false)} type="button">
          {plainText(confirm.deny)}
        </button>
        <button
          className={`button button-${confirm.style ?? "primary"}`}
          onClick={() => onAnswer(true)}
          type="button"
        >
          {plainText(confirm.confirm)}
        </button>
      </footer>
    </Dialog>
  );
}
