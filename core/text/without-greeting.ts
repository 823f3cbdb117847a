const CALLED =
  '(?:anh chị|anh chi|anh|chị|chi|em|cháu|chau|con|cô|co|chú|chu|bác|bac|ông|ong|bà|ba|bạn|ban|ad|admin|shop|trợ lý|tro ly|trung tâm|trung tam|cán bộ|can bo|các bạn|cac ban|cả nhà|ca nha)';
const HELLO = `(?:(?:dạ|da|vâng|vang|em|cháu|chau|tôi|toi|xin|kính|kinh) )*(?:chào|chao|alo|a lô|a lo|hello|hi)(?: ${CALLED})*(?: (?:ạ|a|nhé|nhe|nha))*`;
/** Who goes on without a comma tells who they are: "chào cháu cô là Tâm …". */
const SELF =
  '(?=(?:tôi|toi|em|mình|minh|cháu|chau|cô|co|chú|chu|bác|bac|chị|chi|anh|ông|ong|bà|ba) (?:là|la|tên|ten|làm|lam) )';
const LEAD = new RegExp(`^${HELLO}(?:\\s*[,.!;:\\n-]+\\s*|\\s+${SELF})(?=\\S)`, 'iu');
const FEWEST_WORDS = 2;

/** "Chào cháu, cô là Tâm làm bánh chưng": what is told behind a greeting; a greeting alone stays as it is. */
export function withoutGreeting(text: string): string {
  const plain = text.normalize('NFC').trim();
  const lead = LEAD.exec(plain)?.[0];
  if (lead === undefined) return text;
  const rest = plain.slice(lead.length).trim();
  return rest.split(/\s+/).length < FEWEST_WORDS ? text : rest;
}
