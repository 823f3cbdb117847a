import type { RateKind } from '../answers/rate.ts';
import type { FormDefinition } from '../forms/form.ts';
import type { Answers } from '../forms/values.ts';

/** Something that a producer can register for. */
export type Programme = {
  id: string;
  /** The request with which every dossier begins. */
  form: FormDefinition;
  /** What is completed after the request was sent, in any order. */
  details?: FormDefinition;
  /** The rate that what it costs is multiplied by, where there is one. */
  rateKind?: RateKind;
  /** Once this choice is answered, the rate of its option instead; none for an option that is not named. */
  rateKindBy?: { question: string; ofOption: Readonly<Record<string, RateKind>> };
  /** While nothing settles which rate holds: those whose rule in words is told all the same. */
  ruleKinds?: readonly RateKind[];
  /** Where more than one answer tells it: the rate, or undefined while they do not; then `rateKind` is told, and `else` beside it. */
  findRate?: { by: (answers: Answers) => RateKind | undefined; else: RateKind };
  /** What the words of a wish tell of the details, by question id: of "mua máy sấy cũ" the machine. `hasPrice`: a sum was told with it. */
  readWish?: (text: string, told: { hasPrice: boolean }) => Answers;
  /** What words tell of the details where the price was asked, beside what is known and the words of the wish: "máy hút 90tr, máy gói 60tr". */
  readPrice?: (text: string, told: { known: Answers; wish: string | undefined; isFurther?: boolean }) => Answers;
  /** The question of the details that the request's price answers too, when this one is answered and that one is not. */
  reusePrice?: { questionId: string; ifAnswered: string; unlessAnswered?: string };
};

/**
 * One kind of support, as its file in `kinds/` states it. Its words are in `locales/<language>/programmes/<id>.json`: `name`
 * for lists, `inSentence` after "nhận phiếu", `request.option` and `request.price` for the request, and those of its questions.
 */
export type ProgrammeKind = {
  /** For ever: dossiers, windows and reminders are kept by it. */
  id: string;
  /** Where it stands among the kinds. */
  order: number;
  /** The option of the request's first question that leads here. */
  need: {
    id: string;
    /** Words (folded) by which people ask for it, beside its label. */
    aliases: readonly string[];
    /** Phrases that hold one of these words and mean something else. */
    notIn?: readonly string[];
    /** One of these words with its marks; the same letters with other marks are another word. */
    marked?: readonly string[];
    /** The entry of the first list under which it stands (`request-menu.ts`); without one it is an entry itself. */
    menu?: string;
    /** What it costs the person is not asked: nothing is bought. */
    hasNoPrice?: true;
  };
  details: Pick<FormDefinition, 'id' | 'version' | 'questions' | 'migrations' | 'facts'>;
} & Pick<Programme, 'rateKind' | 'rateKindBy' | 'ruleKinds' | 'findRate' | 'readWish' | 'readPrice' | 'reusePrice'>;
