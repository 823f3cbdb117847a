import type { Agent } from 'node:http';
import { proxiedAgent } from '../proxied-agent.ts';

/**
 * A connection for one call, through the proxy if there is one, that tells whether it was ever made: before that, surely
 * nothing was asked.
 */
export function watchedAgent(options: { isSecure: boolean; proxyUrl?: string }): {
  agent: Agent;
  isOpen: () => boolean;
} {
  const { isSecure, proxyUrl } = options;
  const agent = proxiedAgent({ isSecure, proxyUrl });
  let isOpen = false;
  const open = (): void => {
    isOpen = true;
  };
  const create = agent.createConnection.bind(agent);
  agent.createConnection = (connection, done) => {
    const socket = create(connection, (error, made) => {
      // Comes only for a line through a proxy, once the proxy let it through.
      if (!error) open();
      done?.(error, made);
    });
    if (proxyUrl === undefined || !isSecure) socket?.once(isSecure ? 'secureConnect' : 'connect', open);
    return socket;
  };
  return { agent, isOpen: () => isOpen };
}
