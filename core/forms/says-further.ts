import { foldPhrase } from '../text/fold.ts';

const FURTHER =
  /^(?:(?:a|ah|da|em|toi|minh|chi|anh|nha) )*(?:(?:muon|can|mua|con|co|dinh) )*(?:(?:them|ca|con|mua them) )(?=\S)|(?:^| )nua $/;

/** "Thêm máy thái", "máy thái nữa": beside what was told before, and not in its place. */
export function saysFurther(text: string): boolean {
  return FURTHER.test(`${foldPhrase(text)} `);
}
