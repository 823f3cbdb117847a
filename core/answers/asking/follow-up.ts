// Over `plainForm`: "thế còn dây chuyền thì sao?" follows up what was asked before.
const LEAD =
  /^(?:(?:the|vay|a|u|uh|da|ad|em hoi|cho hoi|hoi)? ?con|the|vay(?! (?:ngan|von|tien|muon|nha|duoc|them))|the thi|vay thi|neu) /;
const TRAIL =
  / (?:thi sao|thi the nao|thi bao nhieu|thi duoc bao nhieu|sao|thi co duoc khong|nua)(?: cung (?:gia|tien|muc) (?:ay|do|vay|the|nay))?(?: (?:a|ad|em|vay|nhi|ha|ban))*$/;

/** What a follow-up is about, without the words that make it one; undefined when the text stands by itself. */
export function readFollowUp(plain: string): string | undefined {
  const hasLead = LEAD.test(plain);
  const hasTrail = TRAIL.test(plain);
  if (!hasLead && !hasTrail) return undefined;
  const rest = plain.replace(LEAD, '').replace(TRAIL, '').trim();
  return rest.split(' ').length <= 8 ? rest : undefined;
}
