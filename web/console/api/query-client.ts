import { QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiError, codeOfError } from './client.ts';
import { meQuery } from './queries.ts';

const MAX_TRIES = 3;

/** Answers of the server, kept while they are shown. When the session has ended, the sign-in page comes back. */
export function createQueryClient(): QueryClient {
  const client = new QueryClient({
    queryCache: new QueryCache({
      onError: (error, query) => {
        const ended = codeOfError(error) === 'session.missing';
        if (ended && query.queryKey[0] !== meQuery.queryKey[0])
          void client.invalidateQueries({ queryKey: meQuery.queryKey });
      },
    }),
    defaultOptions: {
      queries: {
        staleTime: 5_000,
        // What was refused is refused again; only a line that dropped is worth another try.
        retry: (tries, error) => error instanceof ApiError && error.code === 'offline' && tries < MAX_TRIES,
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
  return client;
}
