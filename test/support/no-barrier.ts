import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** What shuts people out of a page, or lies beyond the edge of their screen; empty when nothing does. */
export async function barriers(page: Page): Promise<string[]> {
  // What passes is not listed: gathering it costs as much again.
  const { violations } = await new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).analyze();
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  const overPx = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  return [
    ...grave.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`)),
    ...(overPx > 0 ? [`${overPx} px too wide`] : []),
  ];
}

/** Nothing that shuts people out, and nothing beyond the edge of the screen. */
export async function expectNoBarrier(page: Page): Promise<void> {
  expect(await barriers(page)).toEqual([]);
}
