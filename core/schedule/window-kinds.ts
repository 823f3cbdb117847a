import type { WindowRule } from './window-rule.ts';

/** What a window is for. What is asked of one producer by a date of their own is no window: see `dossier-reminders.ts`. */
export const WINDOW_KINDS = ['application', 'selection', 'voting', 'enrolment', 'fair-booths'] as const;
export type WindowKind = (typeof WINDOW_KINDS)[number];

type KindData = {
  /** The programmes that it can be for; undefined: any. */
  programmes?: readonly string[];
  /** When and whom its windows remind, unless their own rule says otherwise. */
  rule: WindowRule;
};

/** At the opening; 14, 7, 3 and 1 days and 3 hours before the closing; to whom it concerns. */
const USUAL: WindowRule = {
  opening: true,
  before: ['14-days', '7-days', '3-days', '1-day', '3-hours'],
  whom: ['wished', 'unfinished'],
};

const KINDS: Record<WindowKind, KindData> = {
  /** Đợt nhận phiếu */
  application: { rule: USUAL },
  /** Nhận hồ sơ bình chọn sản phẩm công nghiệp nông thôn tiêu biểu */
  selection: { programmes: ['typical-rural-product'], rule: USUAL },
  /** Những ngày bình chọn: for those whose product takes part, too */
  voting: {
    programmes: ['typical-rural-product'],
    rule: { opening: true, before: ['1-day', '3-hours'], whom: ['wished', 'dossier'] },
  },
  /** Ghi danh lớp */
  enrolment: { programmes: ['management-training', 'vocational-training'], rule: USUAL },
  /** Nhận đăng ký gian hàng hội chợ */
  'fair-booths': { programmes: ['trade-fair'], rule: USUAL },
};

export function isWindowKind(text: string): text is WindowKind {
  return WINDOW_KINDS.some((kind) => kind === text);
}

export function usualRule(kind: WindowKind): WindowRule {
  return KINDS[kind].rule;
}

/** The programmes of a kind, among all there are. */
export function programmesOfKind(kind: WindowKind, all: readonly string[]): string[] {
  const { programmes } = KINDS[kind];
  return programmes === undefined ? [...all] : all.filter((id) => programmes.includes(id));
}
