// What Slack would refuse, or warns of: seen here before it is seen there.

interface Told {
  text: string;
  times: number;
}

export function Warnings({ warnings }: { warnings: string[] }) {
  const told = new Map<string, Told>();
  for (const text of warnings) {
    const times = (told.get(text)?.times ?? 0) + 1;
    told.delete(text);
    told.set(text, { text, times });
  }
  return (
    <div className="faults tab" tabIndex={0}>
      <p>What Slack would refuse, or warns of, in what the app sent. The newest comes first.</p>
      {told.size === 0 && <p>Nothing: all that was sent is as Slack wants it.</p>}
      <ol aria-label="Warnings" className="warnings">
        {[...told.values()].reverse().map(({ text, times }) => (
          <li key={text}>
            {text}
            {times > 1 && <span className="badge">{times} times</span>}
          </li>
        ))}
      </ol>
    </div>
  );
}
