// One person's stack of modals; the last is shown, and those below keep what was filled in.

import { useLayoutEffect, useRef, useState } from "react";
import { Blocks } from "./Blocks";
import { useHere } from "./context";
import { Dialog } from "./Dialog";
import { Icon } from "./icons";
import { send } from "./store";
import { useViewSurface } from "./surfaces";
import { plainText } from "./text";
import type { View } from "./types";

const FIELD = "input, textarea";

export function Modals({ stack }: { stack: View[] }) {
  const { user } = useHere();
  const filled = useRef(new Map<string, Record<string, unknown>>());
  const view = stack.at(-1)!;
  const values = filled.current.get(view.id) ?? {};
  filled.current.set(view.id, values);
  return (
    <Dialog onClose={() => void send("close", { user, view_id: view.id })} titleId="modal-title">
      <Modal key={view.id} under={stack.length > 1} values={values} view={view} />
    </Dialog>
  );
}

interface Props {
  view: View;
  /** Whether another modal lies below. */
  under: boolean;
  values: Record<string, unknown>;
}

function Modal({ view, under, values }: Props) {
  const { user, say } = useHere();
  const form = useRef<HTMLFormElement>(null);
  // The errors that the app answers with may come before the word that it has answered.
  const wrong = JSON.stringify(view.errors ?? {});
  const [sent, setSent] = useState<string | null>(null);
  const busy = sent === wrong;
  const surface = useViewSurface(view, values);

  useLayoutEffect(() => {
    const field = form.current!.querySelector<HTMLElement>(`.modal-body :is(${FIELD})`);
    (field ?? form.current!.closest<HTMLElement>("[role=dialog]"))?.focus();
  }, []);
  useLayoutEffect(() => {
    if (!view.errors || !Object.keys(view.errors).length) return;
    form.current!.querySelector<HTMLElement>(`.field-wrong :is(${FIELD})`)?.focus();
  }, [view.errors]);

  const close = (all: boolean) => void send("close", { user, view_id: view.id, clear: all });
  const submit = async (event: React.FormEvent) => {
    event.preventDefault();
    if (busy || !view.submit) return;
    setSent(wrong);
    const outcome = await send("submit", { user, view_id: view.id, values });
    setSent((before) => (before === wrong ? null : before));
    if (!outcome.ok && outcome.status === undefined && outcome.error !== "incomplete") {
      say(`Not sent: ${outcome.error}`);
    }
  };
  return (
    <form noValidate onSubmit={(event) => void submit(event)} ref={form}>
      <header className="modal-head">
        {under && (
          <button
            aria-label="Back"
            className="button button-quiet"
            onClick={() => close(false)}
            type="button"
          >
            <Icon name="back" />
          </button>
        )}
        <h2 id="modal-title">{plainText(view.title)}</h2>
        <button
          aria-label="Close"
          className="button button-quiet"
          onClick={() => close(true)}
          type="button"
        >
          <Icon name="close" />
        </button>
      </header>
      <div className="modal-body">
        {view.errors?.[""] && (
          <p className="field-error banner" role="alert">
            {view.errors[""]}
          </p>
        )}
        <Blocks blocks={view.blocks} surface={surface} />
      </div>
      <footer className="modal-foot">
        <button className="button button-plain" onClick={() => close(false)} type="button">
          {plainText(view.close) || (under ? "Back" : "Close")}
        </button>
        {view.submit && (
          <button aria-busy={busy} className="button button-primary" type="submit">
            {busy && <span aria-hidden="true" className="spinner" />}
            <span>{plainText(view.submit)}</span>
          </button>
        )}
      </footer>
    </form>
  );
}
