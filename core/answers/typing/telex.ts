/**
 * What a folded syllable would be had its telex keys been turned into marks: "dduwowcj" → "duoc", "thaamr" → "tham".
 * Undefined when nothing in it looks like telex.
 */
export function foldTelex(folded: string): string | undefined {
  const plain = folded
    .replace(/dd/g, 'd')
    .replace(/aa/g, 'a')
    .replace(/ee/g, 'e')
    .replace(/oo/g, 'o')
    .replace(/([aou])w/g, '$1')
    .replace(/w/g, 'u')
    .replace(/(?<=[aeiouy].*)[sfrxj](?=[a-z]*$)/, '');
  return plain === folded ? undefined : plain;
}
