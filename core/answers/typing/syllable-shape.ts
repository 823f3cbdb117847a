const ONSET = '(?:b|ch|c|d|gh|gi|g|h|kh|k|l|m|ngh|ng|nh|n|ph|p|qu|r|s|th|tr|t|v|x)?';
const OPEN =
  'a|ai|ao|au|ay|e|eo|eu|i|ia|ieu|iu|o|oa|oai|oao|oay|oe|oeo|oi|u|ua|uay|ue|ui|uo|uoi|uou|uu|uy|uya|uyu|y|yeu';
const CLOSED = '(?:a|e|i|o|u|y|oa|oe|ie|ye|uo|ua|ue|uy|uye|oo)(?:c|ch|m|n|ng|nh|p|t)';
const SHAPE = new RegExp(`^${ONSET}(?:${OPEN}|${CLOSED})$`);

/** Whether a folded token is built like a Vietnamese syllable. What is not is a slip, a shortening or a foreign word. */
export function isSyllableShape(folded: string): boolean {
  return SHAPE.test(folded);
}
