import type { Channel, OutgoingMessage } from '../channel.ts';

/** Speaks to whoever runs `npm run talk`: each message goes to `print`. */
export function terminalChannel(options: {
  /** Which channel's limits it keeps; its own by default. */
  limits?: Channel['limits'];
  print: (message: OutgoingMessage) => void;
}): Channel {
  return {
    name: 'terminal',
    account: 'talk',
    limits: options.limits ?? { maxTextLength: 4096, hasButtons: true, isRationed: false, sendIsRepeatable: true },
    send: async (message) => {
      options.print(message);
      return { kind: 'sent' };
    },
  };
}
