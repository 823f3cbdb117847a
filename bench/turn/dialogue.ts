/** The request of eight questions, as one person answers it. Each step: what is said, once the step is what was asked for. */
const STEPS: readonly ((person: number) => string)[] = [
  () => 'đăng ký hỗ trợ',
  () => 'đồng ý',
  () => 'mua máy sấy miến',
  () => 'miến dong',
  () => 'xã Côn Minh, Na Rì',
  (person) => `Cơ sở Tài Hoan ${person}`,
  () => 'hợp tác xã',
  () => 'Nông Thị Mai',
  (person) => `091${String(person % 10_000_000).padStart(7, '0')}`,
  () => '400 triệu',
  () => 'gửi phiếu',
];

/** Messages of one dialogue. */
export const DIALOGUE_LENGTH = STEPS.length;
const FIRST_QUESTION = 2;
const REVIEW = DIALOGUE_LENGTH - 1;

/** Under these ids the answers are kept, question by question. */
export const QUESTION_IDS = [
  'need',
  'product',
  'commune',
  'establishment',
  'legal-form',
  'contact-name',
  'phone',
  'price',
] as const;

/** What the peers ask. They are recognised as ours are: by the number of the question. */
export const PEER_WORDS = {
  consent: 'Trung tâm giữ thông tin để xem xét hỗ trợ. Anh/chị có đồng ý không?',
  questions: [
    'Câu 1/8: Anh/chị cần hỗ trợ việc gì?',
    'Câu 2/8: Anh/chị làm ra sản phẩm gì?',
    'Câu 3/8: Cơ sở ở xã, phường nào?',
    'Câu 4/8: Cơ sở của anh/chị tên là gì?',
    'Câu 5/8: Cơ sở đăng ký theo loại nào?',
    'Câu 6/8: Cán bộ liên hệ với ai? Anh/chị cho biết họ tên.',
    'Câu 7/8: Số điện thoại để cán bộ gọi lại là số nào?',
    'Câu 8/8: Anh/chị dự định mua máy khoảng bao nhiêu tiền?',
  ],
  review: 'Anh/chị xem lại phiếu. Đúng cả thì gõ "gửi phiếu".',
  nothing: 'Gõ "đăng ký hỗ trợ" để bắt đầu.',
  sent: (code: string) => `Đã gửi phiếu. Mã phiếu của anh/chị: ${code}.`,
} as const;

/** What a peer takes for an answer, as a careful tutorial would check it. */
export function isPeerAnswer(question: number, text: string): boolean {
  const id = QUESTION_IDS[question];
  if (id === 'phone') return /^0\d{9}$/.test(text);
  return id === 'price' ? /\d/.test(text) : text.trim() !== '';
}

export function sayingAt(step: number, person: number): string {
  const saying = STEPS[step]?.(person);
  if (saying === undefined) throw new Error(`The dialogue has no step ${step}.`);
  return saying;
}

/** The step that a reply asks for, the first to begin anew; `DIALOGUE_LENGTH` when the request was sent, undefined for none. */
export function readAsked(reply: string): number | undefined {
  if (reply.includes('Mã phiếu')) return DIALOGUE_LENGTH;
  // A peer that knows of nothing under way.
  if (reply === PEER_WORDS.nothing) return 0;
  if (reply.includes('xem lại phiếu')) return REVIEW;
  const question = /Câu (\d)\/8/.exec(reply)?.[1];
  if (question !== undefined) return FIRST_QUESTION - 1 + Number(question);
  return reply.includes('có đồng ý không') ? 1 : undefined;
}

/** What the person said to each question, under its id. */
export function answersOf(person: number): Record<string, string> {
  return Object.fromEntries(QUESTION_IDS.map((id, index) => [id, sayingAt(FIRST_QUESTION + index, person)]));
}
