import { expect, it } from 'vitest';
import type { Condition } from '../../../core/audience/condition.ts';
import { isForFollowers } from '../../../core/audience/for-followers.ts';

const asked: Condition = { kind: 'topic', isOneOf: ['fair'] };
const follows: Condition = { kind: 'follows', isOneOf: ['fairs'] };
const here: Condition = { kind: 'province', isOneOf: ['19'] };

it.each<[string, Condition, boolean]>([
  ['who asked about it', asked, true],
  ['who follows it', { kind: 'all', of: [here, follows] }, true],
  ['either of them', { kind: 'any', of: [asked, follows] }, true],
  ['who follows it or lives there', { kind: 'any', of: [here, follows] }, false],
  ['who lives there', { kind: 'all', of: [here] }, false],
  ['nobody', { kind: 'any', of: [] }, false],
])('an audience of %s is for those who wished for it, or is not', (_, audience, isFor) => {
  expect(isForFollowers(audience)).toBe(isFor);
});
