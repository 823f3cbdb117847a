import './theme/styles.ts';
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import { createQueryClient } from './api/query-client.ts';
import { App } from './app.tsx';
import { theme } from './theme/theme.ts';
import { loadWords } from './words/words.ts';

// English words may not arrive over a broken line; Vietnamese ones are here already.
await loadWords().catch(() => undefined);

const place = document.getElementById('page');
if (place !== null) {
  createRoot(place).render(
    <MantineProvider theme={theme} forceColorScheme="light">
      <QueryClientProvider client={createQueryClient()}>
        <App />
      </QueryClientProvider>
    </MantineProvider>,
  );
}
