// Keeps a list of messages at what is newest, until the reader scrolls up to read.

import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from "react";
import type { Message } from "./types";

const NEAR_END_PX = 120;
/** How much of the list a question may take to be shown with its answer. */
const SHORT = 0.25;

/** Where a list that follows stands: at the newest message, at the end, or left where it is. */
type Aim = "newest" | "end" | "here";

interface Follow {
  /** Whether something came while the reader was further up. */
  news: boolean;
  jump: () => void;
  onScroll: () => void;
}

/** `sent` counts what the reader sent from here: each time, the list follows again. */
export function useFollow(
  list: RefObject<HTMLDivElement | null>,
  messages: Message[],
  user: string,
  sent: number,
): Follow {
  const follows = useRef(true);
  const aim = useRef<Aim>("newest");
  const known = useRef<{ ts: string; edited?: string }>({ ts: "" });
  const seen = useRef({ top: 0, height: 0, client: 0 });
  const [news, setNews] = useState(false);

  const settle = () => {
    const box = list.current!;
    if (follows.current && aim.current !== "here") {
      const end = box.scrollHeight - box.clientHeight;
      box.scrollTop = aim.current === "newest" ? Math.min(end, topOfNewest(box)) : end;
    }
    seen.current = measure(box);
  };
  const again = (where: Aim) => {
    follows.current = true;
    aim.current = where;
    setNews(false);
    settle();
  };

  useLayoutEffect(() => {
    const last = messages.at(-1);
    const before = known.current;
    known.current = { ts: last?.ts ?? "", edited: last?.edited?.ts };
    const came = messages.filter((each) => each.ts > before.ts);
    if (came.some((each) => each.user === user)) again("newest");
    else if (came.length && !follows.current) setNews(true);
    else if (came.length || known.current.edited !== before.edited) aim.current = "newest";
    settle();
  }, [messages]);

  useLayoutEffect(() => {
    if (sent) again("end");
  }, [sent]);

  // Width and height change too: a panel opens, the composer grows, a picture arrives.
  useEffect(() => {
    const watcher = new ResizeObserver(settle);
    watcher.observe(list.current!);
    watcher.observe(list.current!.firstElementChild!);
    return () => watcher.disconnect();
  }, []);

  const onScroll = () => {
    const was = seen.current;
    const now = (seen.current = measure(list.current!));
    // Where the sizes changed or the place did not, this was the layout or `settle`.
    if (now.height !== was.height || now.client !== was.client || now.top === was.top) return;
    if (now.height - now.top - now.client < NEAR_END_PX) {
      follows.current = true;
      aim.current = "end";
      setNews(false);
    } else if (now.top < was.top) follows.current = false;
    else aim.current = "here";
  };
  const jump = () => {
    again("newest");
    // The button that was pressed goes away.
    list.current?.focus({ preventScroll: true });
  };
  return { news, jump, onScroll };
}

function measure(box: HTMLElement) {
  return { top: box.scrollTop, height: box.scrollHeight, client: box.clientHeight };
}

/**
 * Its beginning is what is read first, so a message taller than the list is shown from there, with
 * the message before it where that is short: an answer is read below its question.
 */
function topOfNewest(box: HTMLElement): number {
  const newest = box.firstElementChild!.lastElementChild;
  if (!newest) return Infinity;
  const before = newest.previousElementSibling;
  const asked = before?.matches(".message") && before.clientHeight <= box.clientHeight * SHORT;
  const first = asked ? before! : newest;
  return first.getBoundingClientRect().top - box.getBoundingClientRect().top + box.scrollTop;
}
