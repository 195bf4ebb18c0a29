import { useHere } from "./context";
import { iconOf, isDirect, nameOf, partner, withApp } from "./conversations";
import { Avatar, Icon } from "./icons";
import type { Theme } from "./theme";
import type { Channel, User } from "./types";

interface Props {
  channels: Channel[];
  current: string;
  unread: (user: string, channel: Channel) => number;
  onChannel: (id: string) => void;
  onUser: (id: string) => void;
  onClose: () => void;
  onFind: () => void;
  theme: Theme;
  onTheme: () => void;
}

const THEME_ICONS: Record<Theme, string> = { system: "half", light: "sun", dark: "moon" };

export function Sidebar(props: Props) {
  const { channels, onClose, onFind, theme, onTheme } = props;
  const { workspace } = useHere();
  // The app comes first, as it is what one is here for.
  const groups: [string, Channel[]][] = [
    ["Apps", channels.filter((each) => withApp(each, workspace))],
    ["Channels", channels.filter((each) => !isDirect(each))],
    ["Direct messages", channels.filter((each) => isDirect(each) && !withApp(each, workspace))],
  ];
  return (
    <>
      <nav
        aria-label="Workspace"
        className="sidebar"
        onKeyDown={(event) => event.key === "Escape" && onClose()}
      >
        <header className="team">
          <span className="team-mark" aria-hidden="true">
            {workspace.team[0]}
          </span>
          <p>
            {workspace.team}
            <small>on this machine</small>
          </p>
          <button
            aria-label={`Colors: ${theme}`}
            className="side-button"
            onClick={onTheme}
            title={`Colors: ${theme}`}
            type="button"
          >
            <Icon name={THEME_ICONS[theme]} size={16} />
          </button>
        </header>
        <button className="find" onClick={onFind} type="button">
          <Icon name="search" size={15} /> Go to… <kbd>Ctrl K</kbd>
        </button>
        <div className="lists">
          {groups.map(
            ([name, list]) =>
              list.length > 0 && (
                <section aria-label={name} key={name}>
                  <h2>{name}</h2>
                  <ul>
                    {list.map((each) => (
                      <Entry channel={each} key={each.id} {...props} />
                    ))}
                  </ul>
                </section>
              ),
          )}
        </div>
        <People {...props} />
      </nav>
      <button aria-label="Close channels" className="veil" onClick={onClose} type="button" />
    </>
  );
}

function Entry({ channel, current, unread, onChannel }: Props & { channel: Channel }) {
  const { workspace, user } = useHere();
  const here = channel.id === current;
  const count = here ? 0 : unread(user, channel);
  const other = partner(channel, workspace, user);
  return (
    <li>
      <button
        aria-current={here ? "page" : undefined}
        className={count ? "entry entry-unread" : "entry"}
        onClick={() => onChannel(channel.id)}
        type="button"
      >
        {other ? (
          <Avatar id={other.id} name={other.real_name} size={20} />
        ) : (
          <Icon name={iconOf(channel)} size={16} />
        )}
        <span className="entry-name">{nameOf(channel, workspace, user)}</span>
        {count > 0 && (
          <span className="count">
            {count}
            <span className="hidden"> unread</span>
          </span>
        )}
      </button>
    </li>
  );
}

function People({ unread, onUser }: Props) {
  const { workspace, user } = useHere();
  const news = (id: string) =>
    workspace.channels
      .filter((each) => each.members.includes(id))
      .reduce((sum, each) => sum + unread(id, each), 0);
  return (
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
              <Avatar id={id} name={person.real_name} size={24} />
              <span className="person-name">
                {person.real_name} <small>{roleOf(person) ?? person.title}</small>
              </span>
              {id !== user && news(id) > 0 && (
                <span className="news-dot" title="Has unread messages">
                  <span className="hidden">, has unread messages</span>
                </span>
              )}
            </button>
          );
        })}
      </div>
    </div>
  );
}

/** What Slack lets a person do more or less than others, which apps must bear. */
function roleOf(person: User): string | undefined {
  if (person.is_admin) return "Admin";
  if (person.is_guest) return "Guest";
  return person.is_stranger ? "Other organization" : undefined;
}
