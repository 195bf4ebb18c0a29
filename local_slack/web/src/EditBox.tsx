// One's own message, being written anew.

import { useLayoutEffect, useRef, useState } from "react";
import { useHere } from "./context";
import { send } from "./store";
import { typed } from "./text";
import type { Message } from "./types";

export function EditBox({ message, onDone }: { message: Message; onDone: () => void }) {
  const { workspace, user, say } = useHere();
  const [text, setText] = useState(() => typed(message.text, workspace));
  const box = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    box.current!.focus();
    box.current!.setSelectionRange(text.length, text.length);
  }, []);
  const done = () => {
    const row = box.current!.closest<HTMLElement>(".message");
    onDone();
    row?.focus();
  };
  const save = async () => {
    if (!text.trim()) return;
    const place = { user, channel: message.channel, message_ts: message.ts };
    const outcome = await send("edit", { ...place, text: text.trim() });
    if (outcome.ok) done();
    else say(`Not changed: ${outcome.error}`);
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter" && !event.shiftKey) void save();
    else if (event.key === "Escape") {
      event.stopPropagation();
      done();
    } else return;
    event.preventDefault();
  };
  return (
    <div className="edit">
      <textarea
        aria-label="Edit the message"
        className="text-input"
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
        ref={box}
        rows={Math.min(text.split("\n").length, 8)}
        value={text}
      />
      <div>
        <button className="button button-plain" onClick={done} type="button">
          Cancel
        </button>
        <button className="button button-primary" onClick={() => void save()} type="button">
          Save
        </button>
      </div>
    </div>
  );
}
