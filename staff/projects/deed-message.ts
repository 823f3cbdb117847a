import { phraseDeciders } from '../../bot/library/phrase-deciders.ts';
import type { AmendmentAsked, Project } from '../../core/applications/project.ts';
import type { ProjectDeed } from '../../core/applications/project-data.ts';
import { whoDecides } from '../../core/applications/who-decides.ts';
import { sayMoney } from '../../core/forms/fields/money-field.ts';
import type { PlanDue } from '../../core/schedule/plan-year.ts';
import { say } from '../../locales/say.ts';
import { wordsFor } from '../../locales/words.ts';
import type { PersonMessage } from '../messages/decision-message.ts';
import { toLocale } from '../messages/to-locale.ts';

type About = {
  locale: string;
  officerName: string;
  dossier: { id: string; code: string };
  /** As it was before the step; undefined before the proposal. */
  project: Project | undefined;
  /** The amendment that waits for its decision. */
  asked: AmendmentAsked | undefined;
  /** The kind of the event that a step back takes back. */
  lastStep: string | undefined;
  /** The report that is due next once the work has begun. */
  report: PlanDue | undefined;
};

/**
 * What the person reads about a step of their project. The console shows it before it is recorded, so it is made here and
 * nowhere else.
 */
export function deedMessage(deed: ProjectDeed, about: About): PersonMessage {
  const { dossier } = about;
  const { t } = wordsFor(toLocale(about.locale));
  const show = { key: `my-dossiers:show:${dossier.id}`, label: t('projects:choice.show') };
  const ask = { key: 'officer:start', label: t('projects:choice.ask') };
  return { paragraphs: paragraphsOf(deed, about), choices: [show, ask] };
}

function paragraphsOf(deed: ProjectDeed, about: About): string[] {
  const { officerName: officer, dossier, project, asked } = about;
  const locale = toLocale(about.locale);
  const words = wordsFor(locale);
  const { t } = words;
  const { code } = dossier;
  const money = (vnd: number): string => say(words, locale, sayMoney({ minVnd: vnd, maxVnd: vnd }));
  const support = (nationalVnd: number, localVnd: number): string => {
    if (localVnd === 0) return t('projects:support.national', { sum: money(nationalVnd) });
    if (nationalVnd === 0) return t('projects:support.local', { sum: money(localVnd) });
    const parts = { national: money(nationalVnd), local: money(localVnd) };
    return t('projects:support.both', { sum: money(nationalVnd + localVnd), ...parts });
  };
  const more = (text: string | undefined): string[] => (text === undefined ? [] : [t('projects:more', { text })]);
  const what = asked === undefined ? '' : t(`projects:amendment.${asked.amendment}`);

  switch (deed.action) {
    case 'propose': {
      const { planYear, fund, message } = deed.data;
      const values = { officer, code, year: planYear, fund: t(`projects:fund.${fund}`) };
      return [t('projects:proposed.told', values), ...more(message), t('projects:proposed.next')];
    }
    case 'approve': {
      const { nationalVnd, localVnd, counterpartVnd, decision, message } = deed.data;
      const sum = support(nationalVnd, localVnd);
      const paper =
        decision && t('projects:approved.decision', { number: decision.number, day: sayDate(decision.date) });
      return [
        t('projects:approved.told', { code, support: sum, year: project?.planYear ?? '' }),
        ...(paper === undefined ? [] : [paper]),
        ...(counterpartVnd === 0 ? [] : [t('projects:approved.counterpart', { sum: money(counterpartVnd) })]),
        ...more(message),
        t('projects:approved.next'),
      ];
    }
    case 'contract': {
      const { number, signedOn, endsOn, message } = deed.data;
      const values = { code, number, signed: sayDate(signedOn), ends: sayDate(endsOn) };
      return [t('projects:contracted.told', values), ...more(message), t('projects:contracted.next')];
    }
    case 'begin': {
      const { report } = about;
      const day = report && sayDate(report.on);
      return [
        t('projects:begun.told', { code }),
        ...more(deed.data?.message),
        day === undefined ? t('projects:begun.next') : t('projects:begun.nextBy', { day }),
      ];
    }
    case 'report-progress': {
      const { month, text = '' } = deed.data;
      return [t('projects:reported.told', { officer, code, month: sayMonth(month), text })];
    }
    case 'pay-advance': {
      const { nationalVnd, localVnd, paidOn, message } = deed.data;
      return [
        t('projects:advanced.told', { code, support: support(nationalVnd, localVnd), day: sayDate(paidOn) }),
        ...more(message),
        t(nationalVnd > 0 ? 'projects:advanced.nextNational' : 'projects:advanced.next'),
      ];
    }
    case 'return-advance': {
      const { nationalVnd, localVnd, returnedOn, reason } = deed.data;
      const left = advanceOf(project) - nationalVnd - localVnd;
      return [
        t('projects:returned.told', {
          officer,
          code,
          support: support(nationalVnd, localVnd),
          day: sayDate(returnedOn),
        }),
        t('projects:because', { reason }),
        left === 0 ? t('projects:returned.nothingLeft') : t('projects:returned.left', { sum: money(left) }),
      ];
    }
    case 'ask-amendment': {
      const values = { officer, code, what: t(`projects:amendment.${deed.data.amendment}`), text: deed.data.text };
      const rules = project === undefined ? [] : whoDecides({ amendment: deed.data.amendment, fund: project.fund });
      const who = phraseDeciders(words, rules);
      return [t('projects:asked.told', values), ...(who === undefined ? [] : [who]), t('projects:asked.next')];
    }
    case 'grant-amendment': {
      const { by, note, sums, endsOn } = deed.data;
      const isStop = asked?.amendment === 'stop';
      return [
        t('projects:granted.told', { code, what, by: t(`projects:decider.${by}`) }),
        ...(sums === undefined
          ? []
          : [t('projects:granted.sums', { support: support(sums.nationalVnd, sums.localVnd) })]),
        ...(endsOn === undefined ? [] : [t('projects:granted.ends', { day: sayDate(endsOn) })]),
        ...more(note),
        t(isStop ? 'projects:granted.stopped' : 'projects:granted.next'),
      ];
    }
    case 'refuse-amendment': {
      const { by, note } = deed.data;
      return [
        t('projects:refused.told', { code, what, by: t(`projects:decider.${by}`) }),
        t('projects:because', { reason: note }),
        t('projects:refused.next'),
      ];
    }
    case 'inspect': {
      const { inspectedOn, note } = deed.data;
      return [
        t('projects:inspected.told', { code, day: sayDate(inspectedOn) }),
        ...more(note),
        t('projects:inspected.next'),
      ];
    }
    case 'settle': {
      const { paidNationalVnd, paidLocalVnd, settledOn, message } = deed.data;
      const values = { code, day: sayDate(settledOn), support: support(paidNationalVnd, paidLocalVnd) };
      const advance = advanceOf(project);
      const rest = paidNationalVnd + paidLocalVnd - advance;
      const parts = { advance: money(advance), rest: money(rest) };
      return [
        t('projects:settled.told', values),
        ...(advance === 0 ? [] : [t(rest === 0 ? 'projects:settled.allAdvanced' : 'projects:settled.parts', parts)]),
        ...more(message),
        t('projects:settled.next'),
      ];
    }
    case 'close':
      return [t('projects:closed.told', { code }), ...more(deed.data?.message), t('projects:closed.next')];
    case 'step-back': {
      const step = words.word(`projects:step.${about.lastStep ?? 'proposed'}`);
      return [
        t('projects:back.told', { officer, code, step }),
        t('projects:because', { reason: deed.data.reason }),
        t('projects:back.next'),
      ];
    }
  }
}

/** What the producer has of the support before the settlement. */
function advanceOf(project: Project | undefined): number {
  return (project?.advancedNationalVnd ?? 0) + (project?.advancedLocalVnd ?? 0);
}

/** "15/1/2027": as it stands on a paper. */
function sayDate(isoDay: string): string {
  const { day, month, year } = Temporal.PlainDate.from(isoDay);
  return `${day}/${month}/${year}`;
}

/** "3/2027" */
function sayMonth(isoMonth: string): string {
  const { month, year } = Temporal.PlainYearMonth.from(isoMonth);
  return `${month}/${year}`;
}
