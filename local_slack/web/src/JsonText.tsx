// JSON to be read: indented, its keys set apart, with a button that copies it.

import { useState } from "react";
import { Icon } from "./icons";

const PARTS = /("(?:[^"\\]|\\.)*")(\s*:)?|\b(?:true|false|null)\b|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;
const COPIED_MS = 1500;

export function JsonText({ title, value }: { title: string; value: unknown }) {
  const [copied, setCopied] = useState(false);
  const text = typeof value === "string" ? value : JSON.stringify(value, null, 2);
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
    setTimeout(() => setCopied(false), COPIED_MS);
  };
  return (
    <section aria-label={title}>
      <h3>
        {title}
        <button className="copy" onClick={() => void copy()} type="button">
          <Icon name="copy" size={13} />
          {copied ? "Copied" : "Copy"}
        </button>
      </h3>
      <pre tabIndex={0}>{text ? colored(text) : <em>empty</em>}</pre>
    </section>
  );
}

function colored(text: string) {
  const parts: React.ReactNode[] = [];
  let end = 0;
  for (const found of text.matchAll(PARTS)) {
    const [all, string, colon] = found;
    parts.push(text.slice(end, found.index));
    const kind = colon ? "json-key" : string ? "json-text" : "json-word";
    parts.push(
      <span className={kind} key={found.index}>
        {all}
      </span>,
    );
    end = found.index + all.length;
  }
  return [...parts, text.slice(end)];
}
