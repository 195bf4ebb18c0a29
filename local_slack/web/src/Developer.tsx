// What a developer wants to see: what went to and fro, and what can be made to go wrong.

import { useState } from "react";
import { useHere } from "./context";
import { Faults } from "./Faults";
import { Requests } from "./Requests";
import { SidePane } from "./SidePane";
import { Steps } from "./Steps";
import { Warnings } from "./Warnings";

type Shown = "Requests" | "Warnings" | "Faults" | "Steps";

export function Developer({ onClose }: { onClose: () => void }) {
  const { workspace } = useHere();
  const [shown, setShown] = useState<Shown>("Requests");
  const counts: Partial<Record<Shown, number>> = {
    Faults: workspace.faults.length,
    Warnings: workspace.warnings.length,
  };
  const views: Shown[] = ["Requests", "Warnings", "Faults"];
  if (workspace.app.steps?.length) views.push("Steps");
  const onKeyDown = (event: React.KeyboardEvent<HTMLElement>) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const next = (views.indexOf(shown) + step + views.length) % views.length;
    setShown(views[next]!);
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
        {views.map((each) => (
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
            {!!counts[each] && <span className="count">{counts[each]}</span>}
          </button>
        ))}
      </div>
      <div aria-label={shown} className="developer-view" id="developer-view" role="tabpanel">
        {shown === "Requests" && <Requests records={workspace.records} />}
        {shown === "Warnings" && <Warnings warnings={workspace.warnings} />}
        {shown === "Faults" && <Faults />}
        {shown === "Steps" && <Steps />}
      </div>
    </SidePane>
  );
}
