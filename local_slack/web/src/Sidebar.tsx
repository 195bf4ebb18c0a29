import { useHere } from "./context";
import { Avatar, Icon } from "./icons";
import type { Channel } from "./types";

interface Props {
  channels: Channel[];
  current: string;
  unread: (channel: Channel) => number;
  onChannel: (id: string) => void;
  onUser: (id: string) => void;
  onClose: () => void;
}

export function Sidebar({ channels, current, unread, onChannel, onUser, onClose }: Props) {
  const { workspace, user } = useHere();
  const bot = workspace.users.find((each) => each.id === workspace.bot)!;
  const entry = (channel: Channel) => {
    const count = channel.id === current ? 0 : unread(channel);
    return (
      <li key={channel.id}>
        <button
          aria-current={channel.id === current ? "page" : undefined}
          className={count ? "entry entry-unread" : "entry"}
          onClick={() => onChannel(channel.id)}
          type="button"
        >
          {channel.is_im ? (
            <Avatar id={bot.id} name={bot.name} size={20} />
          ) : (
            <Icon name={channel.is_private ? "lock" : "hash"} size={16} />
          )}
          <span className="entry-name">{channel.is_im ? bot.name : channel.name}</span>
          {count > 0 && (
            <span className="count">
              {count}
              <span className="hidden"> unread</span>
            </span>
          )}
        </button>
      </li>
    );
  };
  return (
    <>
      <nav aria-label="Workspace" className="sidebar">
        <p className="team">
          <span className="team-mark" aria-hidden="true">
            {workspace.team[0]}
          </span>
          <span>
            {workspace.team}
            <small>on this machine</small>
          </span>
        </p>
        <h2>Channels</h2>
        <ul>{channels.filter((each) => !each.is_im).map(entry)}</ul>
        <h2>Apps</h2>
        <ul>{channels.filter((each) => each.is_im).map(entry)}</ul>
        <div className="people">
          <h2 id="people-title">You are</h2>
          <div aria-labelledby="people-title" role="group">
            {workspace.people.map((id) => {
              const person = workspace.users.find((each) => each.id === id)!;
              return (
                <button
                  aria-pressed={id === user}
                  className="person"
                  key={id}
                  onClick={() => onUser(id)}
                  type="button"
                >
                  <Avatar id={id} name={person.real_name} size={30} />
                  <span>
                    {person.real_name}
                    <small>{person.title}</small>
                  </span>
                </button>
              );
            })}
          </div>
        </div>
      </nav>
      <button aria-label="Close channels" className="veil" onClick={onClose} type="button" />
    </>
  );
}
