import type { Clock } from '../../core/time.ts';
import type { Db } from '../../records/database.ts';
import type { FakePerson as TelegramPerson } from '../platforms/telegram/person.ts';
import type { FakePerson as ZaloPerson } from '../platforms/zalo/people.ts';
import type { Office } from '../support/office.ts';
import type { Chance } from './chance.ts';
import type { Journal } from './journal.ts';
import type { Kill, StepName } from './life.ts';
import type { Weather } from './weather.ts';

export type Phone =
  | { channel: 'zalo-bot'; address: string; fake: ZaloPerson }
  | { channel: 'telegram'; address: string; fake: TelegramPerson }
  | { channel: 'web-chat'; address: string };

/** What went wrong inside, which no person saw: an error that the product logged. */
export type Complaint = { at: number; message: string; facts: string };

export type World = {
  seed: number;
  chance: Chance;
  db: Db;
  clock: Clock;
  office: Office;
  journal: Journal;
  complaints: Complaint[];
  /** What the assistant's clock says. */
  now: () => number;
  /** Moves that clock; also backwards, when somebody sets it. */
  moveTo: (at: number) => void;
  /** What it showed before and after it was set. */
  clockSets: number[];
  setClock: (at: number) => void;
  weather: (weather: Weather) => void;
  /** Messages that Zalo took this month. */
  zaloUsed: () => number;
  zaloMonthlyLimit: number;
  buyPhone: (channel: Phone['channel'], name: string) => Phone;
  /** Whether the assistant runs. */
  isUp: () => boolean;
  /** The periodic work that is due, if it runs. */
  sweep: () => Promise<void>;
  /** When it stood still: `until` is missing while it does. */
  standstills: { from: number; until: number | undefined }[];
  goDown: () => Promise<void>;
  comeUp: () => Promise<void>;
  /** Kills the assistant when it comes there; it is started again half a minute later. */
  planKill: (kill: Kill) => void;
  crashes: { at: number; step: StepName }[];
  /** The last event once more, as platforms do that are not sure whether it was heard. */
  repeatZalo: () => void;
  repeatTelegram: () => void;
  /** What an officer wrote wakes the senders. */
  sendDue: () => Promise<void>;
  /** A message to the chat page; while the assistant is away the page keeps it. */
  writeOnPage: (address: string, text: string) => void;
  /** Waits until all that was said has been written down, answered and sent. Nothing while the assistant is away. */
  settle: () => Promise<void>;
  close: () => Promise<void>;
};
