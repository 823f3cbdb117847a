import type { Fault } from './faults.ts';

/** How this Zalo behaves where the real one is not known for sure, or has changed. README.md tells what each stands for. */
export type FakeZaloOptions = {
  token?: string;
  botName?: string;
  /** What time it is at Zalo: dates messages and begins a new month of the quota. */
  now?: () => Date;
  /** How long one second of a poll's timeout lasts, in milliseconds; tests do not have all day. */
  secondMs?: number;
  /** Messages a calendar month (Asia/Ho_Chi_Minh) before every send is answered 429. */
  monthlyLimit?: number;
  /** People before a newcomer's messages no longer reach the bot. */
  userLimit?: number;
  /** Webhook bodies as seen on real traffic (flat) or as documented (wrapped). */
  eventShape?: 'flat' | 'wrapped';
  photoField?: 'photo_url' | 'photo';
  nameField?: 'display_name' | 'name';
  /** The HTTP status that comes with `ok: false`. */
  refusalStatus?: 'always-200' | 'as-error-code';
  /** What happens to a message sent while nobody polls. */
  unheard?: 'kept' | 'lost';
  /** Whether an update still goes to a poll whose caller has hung up, and is lost with it. */
  noticesHangUp?: boolean;
  /** The name table of this Zalo: origins of webhooks to where they are really served. */
  hosts?: Record<string, string>;
  webhookTimeoutMs?: number;
  /** How often a webhook that did not answer 2xx is tried again. */
  webhookRetries?: number;
  /** What goes wrong with this very call; asked when no fault was planned. */
  chooseFault?: (method: string, body: object) => Fault | undefined;
  /** Hears of each text that stands in a person's chat from now on. */
  onText?: (message: { chatId: string; text: string }) => void;
};

export type FakeZaloSettings = Required<FakeZaloOptions>;

/** Obviously not a real one, yet of the real form. */
const FAKE_TOKEN = '4286000000000001:FakeZaloTokenThatMustNotLeak';

export function withDefaults(options: FakeZaloOptions): FakeZaloSettings {
  return {
    token: FAKE_TOKEN,
    botName: 'Bot Khuyến công thử',
    now: () => new Date(),
    secondMs: 1000,
    monthlyLimit: 3000,
    userLimit: 50,
    eventShape: 'flat',
    photoField: 'photo_url',
    nameField: 'display_name',
    refusalStatus: 'always-200',
    unheard: 'kept',
    noticesHangUp: true,
    hosts: {},
    webhookTimeoutMs: 5_000,
    webhookRetries: 0,
    chooseFault: () => undefined,
    onText: () => {},
    ...options,
  };
}
