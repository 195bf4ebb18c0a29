// Goes to a conversation, or looks through another person's eyes, by typing a part of the name.

import { useEffect, useState } from "react";
import { useHere } from "./context";
import { channelsOf, titleOf, withApp } from "./conversations";
import { Dialog } from "./Dialog";

interface Props {
  onChannel: (id: string) => void;
  onUser: (id: string) => void;
  onClose: () => void;
}

interface Goal {
  label: string;
  hint: string;
  go: () => void;
}

export function Switcher({ onChannel, onUser, onClose }: Props) {
  const { workspace, user } = useHere();
  const [typed, setTyped] = useState("");
  const [at, setAt] = useState(0);
  const goals: Goal[] = [
    ...channelsOf(workspace, user).map((each) => ({
      label: titleOf(each, workspace, user),
      hint: withApp(each, workspace) ? "App" : each.is_im ? "Direct message" : (each.topic?.value ?? ""),
      go: () => onChannel(each.id),
    })),
    ...workspace.users
      .filter((each) => workspace.people.includes(each.id) && each.id !== user)
      .map((each) => ({ label: `Be ${each.real_name}`, hint: each.title, go: () => onUser(each.id) })),
  ];
  const found = goals.filter((each) => each.label.toLowerCase().includes(typed.toLowerCase()));
  useEffect(() => {
    document.getElementById(`switcher-${at}`)?.scrollIntoView({ block: "nearest" });
  }, [at]);
  const choose = (goal: Goal | undefined) => {
    if (!goal) return;
    onClose();
    goal.go();
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) setAt((at + step + found.length) % Math.max(found.length, 1));
    else if (event.key === "Enter") choose(found[at]);
    else return;
    event.preventDefault();
  };
  return (
    <Dialog className="modal-small switcher" first="input" onClose={onClose} titleId="switcher-title">
      <h2 className="hidden" id="switcher-title">
        Go to
      </h2>
      <input
        aria-activedescendant={found[at] ? `switcher-${at}` : undefined}
        aria-autocomplete="list"
        aria-controls="switcher-list"
        aria-expanded="true"
        aria-label="Go to"
        autoComplete="off"
        className="text-input"
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
        placeholder="A channel, a person, the app"
        role="combobox"
        value={typed}
      />
      <div aria-label="Conversations" id="switcher-list" role="listbox">
        {found.map((each, index) => (
          <div
            aria-selected={index === at}
            className={index === at ? "option option-at" : "option"}
            id={`switcher-${index}`}
            key={each.label}
            onClick={() => choose(each)}
            onMouseEnter={() => setAt(index)}
            role="option"
          >
            {each.label} <span>{each.hint}</span>
          </div>
        ))}
      </div>
      {found.length === 0 && <p className="option-none">Nothing is called that.</p>}
    </Dialog>
  );
}
