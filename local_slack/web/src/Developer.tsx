// What a developer wants to see: what went to and fro, and what can be made to go wrong.

import { useState } from "react";
import { useHere } from "./context";
import { Faults } from "./Faults";
import { Requests } from "./Requests";
import { SidePane } from "./SidePane";

const VIEWS = ["Requests", "Faults"] as const;
type Shown = (typeof VIEWS)[number];

export function Developer({ onClose }: { onClose: () => void }) {
  const { workspace } = useHere();
  const [shown, setShown] = useState<Shown>("Requests");
  const on = workspace.faults.length;
  const onKeyDown = (event: React.KeyboardEvent<HTMLElement>) => {
    if (event.key !== "ArrowRight" && event.key !== "ArrowLeft") return;
    event.preventDefault();
    const next = (VIEWS.indexOf(shown) + 1) % VIEWS.length;
    setShown(VIEWS[next]!);
    (event.currentTarget.children[next] as HTMLElement).focus();
  };
  return (
    <SidePane
      close="Close the developer pane"
      note={`between Slack and ${workspace.app.name}`}
      onClose={onClose}
      title="Developer"
    >
      <div aria-label="Developer" className="tabs" onKeyDown={onKeyDown} role="tablist">
        {VIEWS.map((each) => (
          <button
            aria-controls="developer-view"
            aria-selected={each === shown}
            key={each}
            onClick={() => setShown(each)}
            role="tab"
            tabIndex={each === shown ? 0 : -1}
            type="button"
          >
            {each}
            {each === "Faults" && on > 0 && <span className="count">{on}</span>}
          </button>
        ))}
      </div>
      <div aria-label={shown} className="developer-view" id="developer-view" role="tabpanel">
        {shown === "Requests" ? <Requests records={workspace.records} /> : <Faults />}
      </div>
    </SidePane>
  );
}
