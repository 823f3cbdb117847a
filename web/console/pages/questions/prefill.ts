/** What can be read from an officer's answer for the article that it may become. Each may be corrected by hand. */
export type Prefill = {
  title: string;
  question: string;
  document: string;
  article: string;
  /** ISO dates, or empty. */
  effectiveFrom: string;
  effectiveTo: string;
};

const DOCUMENT =
  /(?:Thông tư liên tịch|Thông tư|Nghị định|Nghị quyết|Quyết định|Luật|Công văn|Kế hoạch|Hướng dẫn)(?: số)? \d+[\p{L}\p{N}/-]*/u;
const ARTICLE = /Điều \d+[a-zđ]?(?:,? khoản \d+[a-zđ]?)?(?:,? điểm [a-zđ])?/u;
const FROM = /(?:từ|kể từ)(?: ngày)? (\d{1,2})\/(\d{1,2})\/(\d{4})/u;
const TO = /đến(?: hết)?(?: ngày)? (\d{1,2})\/(\d{1,2})\/(\d{4})/u;

const LONGEST_TITLE = 120;
const LONGEST_QUESTION = 300;

/** `ownSource`: what is named as the source when the answer names no document. */
export function prefill(question: string, answer: string, ownSource: string): Prefill {
  const line = question.normalize('NFC').replace(/\s+/g, ' ').trim();
  const text = answer.normalize('NFC').replace(/\s+/g, ' ');
  return {
    title: capitalise(line.replace(/[?!.…\s]+$/u, '')).slice(0, LONGEST_TITLE),
    question: line.slice(0, LONGEST_QUESTION),
    document: DOCUMENT.exec(text)?.[0] ?? ownSource,
    article: ARTICLE.exec(text)?.[0] ?? '',
    effectiveFrom: toIso(FROM.exec(text)),
    effectiveTo: toIso(TO.exec(text)),
  };
}

function capitalise(text: string): string {
  return `${text.charAt(0).toLocaleUpperCase('vi')}${text.slice(1)}`;
}

function toIso(match: RegExpExecArray | null): string {
  if (match === null) return '';
  const [, day = '', month = '', year = ''] = match;
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return new Date(`${iso}T00:00:00Z`).toJSON()?.startsWith(iso) ? iso : '';
}
