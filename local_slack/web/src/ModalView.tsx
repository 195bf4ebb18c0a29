import { useEffect, useMemo, useRef, useState } from "react";
import { Blocks } from "./Blocks";
import { plainValue, useHere, type Surface } from "./context";
import { focusBack, tsOf } from "./focus";
import { Icon } from "./icons";
import { optionsOf } from "./Row";
import { send } from "./store";
import { plainText } from "./text";
import type { View } from "./types";

const FOCUSABLE = "button, [href], input, textarea, select, [tabindex]:not([tabindex='-1'])";

export function ModalView({ view, depth }: { view: View; depth: number }) {
  const { user, say } = useHere();
  const box = useRef<HTMLDivElement>(null);
  const values = useRef<Record<string, unknown>>({});
  const [busy, setBusy] = useState(false);
  const surface = useSurface(view, values.current);

  useEffect(() => {
    const before = document.activeElement as HTMLElement | null;
    const field = box.current?.querySelector<HTMLElement>(".modal-body input, .modal-body textarea");
    const ts = tsOf(before);
    (field ?? box.current)?.focus();
    return () => focusBack(before, ts);
  }, []);
  useEffect(() => {
    if (view.errors && Object.keys(view.errors).length) {
      box.current?.querySelector<HTMLElement>(".field-wrong input, .field-wrong textarea")?.focus();
    }
  }, [view.errors]);

  const close = () => void send("close", { user, view_id: view.id });
  const submit = async (event: React.FormEvent) => {
    event.preventDefault();
    if (busy || !view.submit) return;
    setBusy(true);
    const outcome = await send("submit", { user, view_id: view.id, values: values.current });
    setBusy(false);
    if (!outcome.ok && outcome.status === undefined && outcome.error !== "incomplete") {
      say(`Not sent: ${outcome.error}`);
    }
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.key === "Escape") close();
    if (event.key === "Tab") keepInside(event, box.current!);
  };

  return (
    <div className="modal-veil" onKeyDown={onKeyDown}>
      <div
        aria-labelledby="modal-title"
        aria-modal="true"
        className="modal"
        ref={box}
        role="dialog"
        tabIndex={-1}
      >
        <form noValidate onSubmit={(event) => void submit(event)}>
          <header className="modal-head">
            <h2 id="modal-title">{plainText(view.title)}</h2>
            <button
              aria-label={depth > 1 ? "Back" : "Close"}
              className="button button-quiet"
              onClick={close}
              type="button"
            >
              <Icon name={depth > 1 ? "back" : "close"} />
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
            <button className="button button-plain" onClick={close} type="button">
              {plainText(view.close) || (depth > 1 ? "Back" : "Close")}
            </button>
            {view.submit && (
              <button aria-busy={busy} className="button button-primary" type="submit">
                {busy && <span aria-hidden="true" className="spinner" />}
                <span>{plainText(view.submit)}</span>
              </button>
            )}
          </footer>
        </form>
      </div>
    </div>
  );
}

function useSurface(view: View, values: Record<string, unknown>): Surface {
  const { user } = useHere();
  return useMemo(() => {
    const place = { user, view_id: view.id };
    return {
      target: view,
      act: (block, element, value) =>
        send("act", { ...place, action_id: element.action_id, block_id: block.block_id, value }),
      suggest: async (element, typed) => {
        const body = { ...place, action_id: element.action_id, value: typed };
        return optionsOf((await send("suggest", body)).answer);
      },
      valueOf: (block, element) =>
        plainValue(view.state.values[block.block_id]?.[element.action_id]),
      keep: (block, element, value) => {
        values[block.block_id] = value;
        if (block.dispatch_action && !String(element.type).endsWith("_input")) {
          void send("act", {
            ...place,
            action_id: element.action_id,
            block_id: block.block_id,
            value,
          });
        }
      },
      errors: view.errors,
    };
  }, [view, user]);
}

function keepInside(event: React.KeyboardEvent, box: HTMLElement): void {
  const all = [...box.querySelectorAll<HTMLElement>(FOCUSABLE)].filter((each) => each.offsetParent);
  const [first, last] = [all[0], all.at(-1)];
  if (event.shiftKey && document.activeElement === first) {
    event.preventDefault();
    last?.focus();
  } else if (!event.shiftKey && document.activeElement === last) {
    event.preventDefault();
    first?.focus();
  }
}
