import { expect, it } from 'vitest';
import { createMetrics } from '../../host/http/metrics.ts';

it('tells how many changes of what officers published are not answered by yet', async () => {
  const metrics = createMetrics({
    countOpenWork: async () => ({
      unansweredMessages: 0,
      openDeliveries: 0,
      waitingQuestions: 0,
      lateQuestions: 0,
      lateDataRequests: 0,
    }),
    countUntaken: async () => 2,
  });
  expect(await metrics.read()).toContain('khuyencong_knowledge_untaken 2');
});
