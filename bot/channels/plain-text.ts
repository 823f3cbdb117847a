/** What PostgreSQL cannot keep (NUL, halves of pairs) goes; letters become whole ones. */
export const plainText = (text: string): string => text.toWellFormed().replaceAll('\u0000', '').normalize('NFC');
