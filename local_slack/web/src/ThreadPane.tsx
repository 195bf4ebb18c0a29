import { Composer } from "./Composer";
import { useHere } from "./context";
import { titleOf } from "./conversations";
import { MessageList } from "./MessageList";
import { SidePane } from "./SidePane";
import type { Channel, Message } from "./types";

interface Props {
  channel: Channel;
  parent: Message;
  messages: Message[];
  /** Names the reader and the thread: what is keyed by it starts anew with another. */
  name: string;
  sent: number;
  /** Whether nobody asked for it: then it leaves the focus alone. */
  quiet: boolean;
  onSend: () => void;
  onClose: () => void;
}

export function ThreadPane(props: Props) {
  const { channel, parent, messages, name, sent, quiet, onSend, onClose } = props;
  const { workspace, user } = useHere();
  return (
    <SidePane
      close="Close the thread"
      note={titleOf(channel, workspace, user)}
      onClose={onClose}
      title="Thread"
    >
      <MessageList
        channel={channel}
        inThread
        key={name}
        messages={messages.filter((each) => [each.ts, each.thread_ts].includes(parent.ts))}
        sent={sent}
      />
      <Composer
        channel={channel}
        key={`composer ${name}`}
        onSend={onSend}
        quiet={quiet}
        threadTs={parent.ts}
      />
    </SidePane>
  );
}
