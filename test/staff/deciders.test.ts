import { describe, expect, it } from 'vitest';
import { projectOf } from '../../core/applications/project.ts';
import { AMENDMENTS, FUNDS } from '../../core/applications/project-data.ts';
import { whoDecides } from '../../core/applications/who-decides.ts';
import { wordsFor } from '../../locales/words.ts';
import { deedMessage } from '../../staff/projects/deed-message.ts';

const CASES = FUNDS.flatMap((fund) => AMENDMENTS.map((amendment) => ({ fund, amendment })));
const { t } = wordsFor('vi');

describe('who decides an amendment', () => {
  it.each(CASES)('$amendment of a project of the $fund fund is told to the producer with where it stands', (about) => {
    const { fund, amendment } = about;
    const rules = whoDecides(about);
    expect(rules.length).toBeGreaterThan(0);
    const at = new Date('2026-11-23T02:00:00Z');
    const { paragraphs } = deedMessage(
      { action: 'ask-amendment', data: { amendment, text: 'Xin.' } },
      {
        ...{ locale: 'vi', officerName: 'Hoa', dossier: { id: 'a', code: 'KC-2026-0001' } },
        project: projectOf([{ kind: 'proposed', at, data: { planYear: 2027, fund } }]),
        ...{ asked: undefined, lastStep: undefined, report: undefined },
      },
    );
    const said = paragraphs.find((line) => line.startsWith('Nơi quyết định: ')) ?? '';
    for (const { decider, document, article, case: when } of rules) {
      expect(said).toContain(t(`projects:decider.${decider}`));
      expect(said).toContain(`${document}, ${article}`);
      if (when !== undefined) expect(said).toContain(t(`projects:case.${when}`));
    }
    // The law was amended since.
    expect(said).toContain('bản sửa đổi chưa đối chiếu');
  });
});
