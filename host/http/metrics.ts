import type { MiddlewareHandler } from 'hono';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { type Clock, systemClock } from '../../core/time.ts';
import type { ChannelAccountState } from '../../records/channel-accounts.ts';
import type { OpenWork } from '../../records/open-work.ts';

export type Metrics = {
  /** Counts and times requests by area, never by address or id. */
  countRequests: MiddlewareHandler;
  /** The text that Prometheus reads. */
  read: () => Promise<string>;
  contentType: string;
};

const PREFIX = 'khuyencong_';

/** What an operator may watch. No label and no value tells anything of a person. */
export function createMetrics(options: {
  countOpenWork: () => Promise<OpenWork>;
  /** What is known of the bots on platforms. */
  listChannels?: () => Promise<ChannelAccountState[]>;
  /** How many changes of what officers published this process has not taken over. */
  countUntaken?: () => Promise<number>;
  clock?: Clock;
}): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });

  const requests = new Counter({
    name: `${PREFIX}http_requests_total`,
    help: 'Requests answered',
    labelNames: ['area', 'status'],
    registers,
  });
  const seconds = new Histogram({
    name: `${PREFIX}http_request_seconds`,
    help: 'Time until the answer began',
    labelNames: ['area'],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.3, 1, 3, 10],
    registers,
  });
  const isUp = new Gauge({ name: `${PREFIX}database_up`, help: '1 when the database answered just now', registers });
  const open = {
    unansweredMessages: new Gauge({
      name: `${PREFIX}unanswered_messages`,
      help: 'Messages that came in and were not handled yet',
      registers,
    }),
    openDeliveries: new Gauge({ name: `${PREFIX}open_deliveries`, help: 'Messages still to be sent', registers }),
    waitingQuestions: new Gauge({
      name: `${PREFIX}waiting_questions`,
      help: 'Questions that wait for an officer',
      registers,
    }),
    lateQuestions: new Gauge({
      name: `${PREFIX}late_questions`,
      help: 'Questions that wait for an officer past the time that was promised',
      registers,
    }),
    lateDataRequests: new Gauge({
      name: `${PREFIX}late_data_requests`,
      help: 'What people asked about their data and a term of the law has run out for',
      registers,
    }),
  };

  const untaken = new Gauge({
    name: `${PREFIX}knowledge_untaken`,
    help: 'Changes of what officers published that this process does not answer by yet; 0 a few seconds after each',
    registers,
  });
  const channels = channelGauges(registers);

  const lookAtDatabase = async (): Promise<void> => {
    try {
      const work = await options.countOpenWork();
      open.unansweredMessages.set(work.unansweredMessages);
      open.openDeliveries.set(work.openDeliveries);
      open.waitingQuestions.set(work.waitingQuestions);
      open.lateQuestions.set(work.lateQuestions);
      open.lateDataRequests.set(work.lateDataRequests);
      channels.show((await options.listChannels?.()) ?? [], (options.clock ?? systemClock).now());
      untaken.set((await options.countUntaken?.()) ?? 0);
      isUp.set(1);
    } catch {
      isUp.set(0);
    }
  };

  return {
    countRequests: async (c, next) => {
      const startedMs = performance.now();
      await next();
      const area = areaOf(c.req.path);
      requests.inc({ area, status: `${Math.floor(c.res.status / 100)}xx` });
      seconds.observe({ area }, (performance.now() - startedMs) / 1000);
    },
    read: async () => {
      await lookAtDatabase();
      return registry.metrics();
    },
    contentType: registry.contentType,
  };
}

/** Of each bot on a platform, by its number there. */
function channelGauges(registers: Registry[]) {
  const labelNames = ['channel', 'account'];
  const isPaused = new Gauge({
    name: `${PREFIX}channel_paused`,
    help: '1 while nothing can be sent on the channel: quota used up, token refused, told to slow down',
    labelNames,
    registers,
  });
  const sent = new Gauge({
    name: `${PREFIX}channel_sent_this_month`,
    help: 'Messages that the platform took in the month that is counted',
    labelNames,
    registers,
  });
  return {
    show: (accounts: ChannelAccountState[], now: Date): void => {
      for (const { channel, account, pausedUntil, sentInMonth } of accounts) {
        isPaused.set({ channel, account }, pausedUntil !== null && pausedUntil > now ? 1 : 0);
        sent.set({ channel, account }, sentInMonth);
      }
    },
  };
}

function areaOf(path: string): string {
  if (path.startsWith('/chat/')) return 'chat';
  if (path.startsWith('/staff/')) return 'staff';
  if (path.startsWith('/hooks/')) return 'hook';
  if (['/healthz', '/readyz', '/metrics'].includes(path)) return 'probe';
  return 'page';
}
