import { describe, expect, it } from 'vitest';
import { type Importance, importanceOf, type Occasion } from '../../../core/budget/importance.ts';

const NOW = new Date('2026-11-20T02:00:00Z');
const closing = (day: string): Date => new Date(`2026-11-${day}T10:00:00Z`);
const round = (which: string, day: string, own: 'unfinished' | 'sent' | 'none'): Occasion => ({
  ...{ kind: 'window', which, closesAt: closing(day), own },
});

describe('what matters most', () => {
  it.each<[string, Occasion, Importance]>([
    ['seven days before a closing, unfinished', round('7-days', '27', 'unfinished'), 'deadline-unfinished'],
    ['seven days before a closing, nothing begun', round('7-days', '27', 'none'), 'deadline'],
    ['eight days before a closing', round('14-days', '28', 'unfinished'), 'followed'],
    ['an opening with a month to go', round('opening', '30', 'none'), 'followed'],
    ['an opening that closes within the week', round('opening', '25', 'none'), 'deadline'],
    ['before a closing, sent already', round('1-days', '21', 'sent'), 'followed'],
    ['other dates, far off', round('changed', '30', 'none'), 'deadline'],
    ['other dates, unfinished', round('changed', '30', 'unfinished'), 'deadline-unfinished'],
    ['withdrawn, sent already', round('withdrawn', '30', 'sent'), 'deadline'],
    ['a draft left lying', { kind: 'draft', which: 'first' }, 'asked'],
    ['a draft that ends', { kind: 'draft', which: 'ending-1790000000000' }, 'deadline-unfinished'],
    ['papers asked for, a report due', { kind: 'dossier' }, 'asked'],
    ['an answer that is late', { kind: 'late' }, 'asked'],
    ['news of a followed topic', { kind: 'announcement', isFollowed: true }, 'followed'],
    ['general news', { kind: 'announcement', isFollowed: false }, 'news'],
  ])('%s', (_name, occasion, expected) => {
    expect(importanceOf(occasion, NOW)).toBe(expected);
  });
});
