import { fromOfficeTime, toOfficeTime } from './sending-hours.ts';

/** How long things are kept. The first is what the greeting promises; a centre may set its own. */
export type RetentionSettings = {
  /** Words and photos of people, what was said to them, what is remembered of the talk. */
  messageMonths: number;
  /** How a message was understood. */
  traceDays: number;
  /** Answers of a request that was never sent, after it ended. */
  unsentRequestMonths: number;
  /** A browser that did not come back to the chat page. */
  webChatSessionMonths: number;
};

export const RETENTION: RetentionSettings = {
  messageMonths: 12,
  traceDays: 90,
  unsentRequestMonths: 12,
  webChatSessionMonths: 12,
};

/** What was written before these instants is to be removed; what was written at them or later stays. */
export type RetentionCutoffs = {
  messages: Date;
  traces: Date;
  unsentRequests: Date;
  webChatSessions: Date;
  /** Sessions and links of officers, which carry their own end. */
  expiry: Date;
  /** A photo that is being sent looks like a stray one: only older ones are. */
  strayFiles: Date;
  /** Codes that joined channels or could have, and the empty rows of people who were joined. */
  links: Date;
};

const STRAY_FILE_DAYS = 1;
const LINK_DAYS = 1;

/** Months are those of the calendar in office time: what was written on 24/11/2026 at 9:00 goes after 24/11/2027 at 9:00. */
export function retentionCutoffs(now: Date, settings: RetentionSettings): RetentionCutoffs {
  const before = (duration: { months?: number; days?: number }): Date =>
    fromOfficeTime(toOfficeTime(now).subtract(duration));
  return {
    messages: before({ months: settings.messageMonths }),
    traces: before({ days: settings.traceDays }),
    unsentRequests: before({ months: settings.unsentRequestMonths }),
    webChatSessions: before({ months: settings.webChatSessionMonths }),
    expiry: now,
    strayFiles: before({ days: STRAY_FILE_DAYS }),
    links: before({ days: LINK_DAYS }),
  };
}
