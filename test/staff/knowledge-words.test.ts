import { describe, expect, it } from 'vitest';
import { FAULT_CODES } from '../../core/answers/fault.ts';
import { en, vi } from '../../locales/resources.ts';

describe.each(FAULT_CODES)('the fault %s', (code) => {
  it('has words in both languages that say what to do', () => {
    for (const { 'console-knowledge': words } of [vi, en]) {
      const said = new Map(Object.entries(words.fault)).get(code) ?? '';
      expect(said.length).toBeGreaterThan(10);
      expect(said).not.toContain('!');
    }
  });
});
