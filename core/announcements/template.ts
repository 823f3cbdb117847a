import { fold } from '../text/fold.ts';

/** What the office may leave open in an announcement, by what is typed between braces (without marks). */
export const VARIABLES = { ten: 'name', xa: 'commune' } as const;
export type Variable = (typeof VARIABLES)[keyof typeof VARIABLES];

/** A piece of an announcement: words as they are, or what is filled in for each person. */
export type TemplatePart =
  | { text: string }
  | {
      variable: Variable;
      /** It begins a sentence or a line. */
      isFirst: boolean;
    };

export type Template = {
  parts: TemplatePart[];
  /** What stands in braces and is none of the variables, or a brace by itself. Empty when it can be sent. */
  faults: string[];
};

const BRACED = /\{([^{}\n]*)\}/g;
const MOST_FAULTS = 5;

/**
 * Takes a text with variables ("Chào {tên}") apart. Only what the office wrote is ever read so: what is filled in is not
 * looked at again.
 */
export function parseTemplate(text: string): Template {
  const parts: TemplatePart[] = [];
  const faults: string[] = [];
  let from = 0;
  const addText = (words: string): void => {
    const lone = words.match(/[{}][^{}\s]{0,20}/g) ?? [];
    faults.push(...lone);
    if (words !== '') parts.push({ text: words });
  };
  for (const found of text.matchAll(BRACED)) {
    const [whole, name = ''] = found;
    addText(text.slice(from, found.index));
    from = found.index + whole.length;
    const variable = findVariable(name);
    if (variable === undefined) {
      faults.push(whole);
      parts.push({ text: whole });
    } else parts.push({ variable, isFirst: /(?:^|[.!?…:]\s+|\n\s*)$/.test(text.slice(0, found.index)) });
  }
  addText(text.slice(from));
  return { parts, faults: faults.slice(0, MOST_FAULTS) };
}

function findVariable(name: string): Variable | undefined {
  const key = fold(name).trim();
  return key === 'ten' || key === 'xa' ? VARIABLES[key] : undefined;
}

/** The text for somebody of whom these are known. */
export function fillTemplate(parts: readonly TemplatePart[], values: Record<Variable, string>): string {
  return parts
    .map((part) => {
      if ('text' in part) return part.text;
      const value = values[part.variable];
      return part.isFirst ? value.charAt(0).toUpperCase() + value.slice(1) : value;
    })
    .join('');
}
