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

  // How the reader has scrolled since. Asked before anything moves the list: a scroll's event comes late.
  const heed = () => {
    const was = seen.current;
    const now = (seen.current = measure(list.current!));
    // Where the place did not change, this was `settle`; less to show, or more room, moves it too.
    if (now.top === was.top || now.height < was.height || now.client > was.client) return;
    const up = now.top < was.top;
    // What came below moves nothing up.
    if (!up && (now.height !== was.height || now.client !== was.client)) return;
    const near = now.height - now.top - now.client < NEAR_END_PX;
    if (near && !up) {
      follows.current = true;
      aim.current = "end";
      setNews(false);
    } else if (up && !near) follows.current = false;
    else aim.current = "here";
  };
  const settle = () => {
    const box = list.current!;
    heed();
    if (follows.current && aim.current !== "here") {
      const end = box.scrollHeight - box.clientHeight;
      box.scrollTop = aim.current === "newest" ? Math.min(end, topOfNewest(box)) : end;
    }
    seen.current = measure(box);
  };
  const again = (where: Aim) => {
    heed();
    follows.current = true;
    aim.current = where;
    setNews(false);
    settle();
  };

  useLayoutEffect(() => {
    heed();
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

  const jump = () => {
    again("newest");
    // The button that was pressed goes away.
    list.current?.focus({ preventScroll: true });
  };
  return { news, jump, onScroll: heed };
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
