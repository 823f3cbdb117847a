import type { Words } from '../../../locales/words.ts';
import type { TemplateFault } from './check-template.ts';

/** What is wrong, naming it, and what to do about it. */
export function sayFaults(faults: readonly TemplateFault[], { t }: Pick<Words, 't'>): string[] {
  return faults.map((fault) => {
    const tag = 'tag' in fault ? fault.tag : '';
    const values = {
      ...{
        tag,
        begun: tag.startsWith('{') ? tag : `{${tag}`,
        sign: `{${tag}}`,
        raw: `{@${tag}}`,
        open: `{#${tag}}`,
        close: `{/${tag}}`,
        example: '{centre}',
      },
      name: 'name' in fault ? fault.name : '',
      otherClose: 'other' in fault ? `{/${fault.other}}` : '',
    };
    if (fault.kind !== 'unknown' || fault.near === undefined) return t(`templates:fault.${fault.kind}`, values);
    return t('templates:fault.unknown-near', { ...values, near: `{${fault.near}}` });
  });
}
