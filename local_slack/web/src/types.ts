// The shapes that the private API of the local workspace sends.

export type Json = Record<string, any>;

export interface User {
  id: string;
  name: string;
  real_name: string;
  title: string;
  is_admin?: boolean;
  is_guest?: boolean;
  is_stranger?: boolean;
}

export interface Channel {
  id: string;
  name: string;
  is_im: boolean;
  is_mpim: boolean;
  is_private: boolean;
  is_archived: boolean;
  is_read_only?: boolean;
  is_ext_shared?: boolean;
  members: string[];
  topic?: { value: string };
}

export interface Message {
  ts: string;
  channel: string;
  user: string;
  text: string;
  blocks?: Json[];
  attachments?: Json[];
  thread_ts?: string;
  ephemeral_to: string | null;
  deleted: boolean;
  by_bot: boolean;
  reply_broadcast: boolean;
  reply_count?: number;
  reply_users?: string[];
  latest_reply?: string;
  edited?: { ts: string };
  subtype?: string;
  inviter?: string;
  values: Json;
}

export interface View {
  id: string;
  type: "modal" | "home";
  title: { text: string } | null;
  submit: { text: string } | null;
  close: { text: string } | null;
  blocks: Json[];
  state: { values: Json };
  errors?: Record<string, string>;
}

export interface Views {
  user: string;
  stack: View[];
  home: View | null;
}

export interface Entry {
  /** Given by the page. */
  id: number;
  type: "call" | "delivery";
  /** Of a delivery: `event`, `command` and so on, and when it was sent. */
  kind?: string;
  ts?: string;
  name: string;
  /** When it was answered, in seconds since 1970. */
  at: number;
  status: number | null;
  ok: boolean;
  ms: number;
  error?: string | null;
  transport?: string;
  retry_num?: number;
  headers?: Record<string, string>;
  request: unknown;
  response: unknown;
}

export interface Command {
  command: string;
  description: string;
  usage_hint: string;
}

export interface Shortcut {
  name: string;
  type: "message" | "global";
  callback_id: string;
  description: string;
}

/** What is known of the app beside its commands and shortcuts. */
export interface AppInfo {
  name: string;
  description: string;
  home_tab: boolean;
  messages_tab: boolean;
  prompts: Prompt[];
  steps?: Step[];
}

export interface Prompt {
  title: string;
  message: string;
}

/** What an agent shows in a conversation beside its messages. */
export interface AgentShown {
  channel: string;
  prompts: Prompt[];
  prompts_title: string;
  /** Thread to what the app is doing there. */
  statuses: Record<string, { status: string }>;
}

/** A custom step for workflows. */
export interface Step {
  callback_id: string;
  title: string;
  description: string;
  inputs: Parameter[];
}

export interface Parameter {
  name: string;
  type: string;
  title: string;
  description: string;
  is_required: boolean;
}

export interface StepRun {
  id: string;
  callback_id: string;
  inputs: Json;
  status: "running" | "completed" | "failed";
  outputs: Json;
  error: string;
}

/** One fault that is switched on; a delay has `seconds`, the others the rest. */
export interface Fault {
  method: string;
  status?: number;
  error?: string | null;
  times?: number;
  seconds?: number;
}

export interface Workspace {
  team: string;
  bot: string;
  slackbot: string;
  people: string[];
  users: User[];
  channels: Channel[];
  messages: Message[];
  views: Record<string, Views>;
  /** How far each user has read each channel. */
  reads: Record<string, Record<string, string>>;
  commands: Command[];
  shortcuts: Shortcut[];
  suggestions: string[];
  records: Entry[];
  /** What Slack would refuse or warns of, in what the app sent. */
  warnings: string[];
  app: AppInfo;
  faults: Fault[];
  agent?: Record<string, AgentShown>;
  step_runs?: StepRun[];
  methods: string[];
  connected: boolean;
  /** The number of the last change that is in here. */
  change: number;
}

export interface Outcome {
  ok: boolean;
  error?: string | null;
  errors?: Record<string, string>;
  status?: number | null;
  answer?: Json;
  message?: Message;
}
