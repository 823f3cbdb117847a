import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** Where pictures go, when somebody wants to look at them. */
const shots = process.env.SHOTS;

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

/** Nothing that shuts people out, and nothing beyond the edge of the screen. With a name the page is kept as a picture too. */
export async function expectNoBarrier(page: Page, picture?: string): Promise<void> {
  expect(await barriers(page)).toEqual([]);
  if (shots === undefined || picture === undefined) return;
  await page.screenshot({ path: `${shots}/${picture}.png`, fullPage: true });
}
