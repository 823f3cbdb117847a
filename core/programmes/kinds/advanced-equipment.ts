import { expandGroup } from '../../forms/group.ts';
import { EQUIPMENT_KIND, findEquipmentRate, kindAnswers } from '../equipment-kind.ts';
import type { ProgrammeKind } from '../programme.ts';
import { SECTOR } from '../sector.ts';
import {
  CERTIFICATE,
  EARLIER_SUPPORT,
  EARLIER_WHAT,
  inOwnWords,
  NOT_KNOWN,
  OWN_CAPITAL,
  QUOTATION,
  WHEN,
  WHO,
  WORKERS,
  WORKSHOP,
} from '../shared-questions.ts';
import { furtherMachine, machineAnswers, pricedMachines } from '../told-machines.ts';

/** Several machines; a used one is written down like a new one, since officers decide, not the form. */
const MACHINES = expandGroup({
  id: 'machines',
  mostItems: 20,
  parts: [
    { id: 'name', field: { kind: 'text', maxLength: 150 }, alsoReads: ['state', 'price'] },
    {
      id: 'state',
      field: {
        kind: 'choice',
        options: [
          { id: 'new', marked: ['mới'], aliases: ['moi', 'mua moi', 'moi tinh', 'moi 100', 'moi nguyen'] },
          {
            id: 'used',
            marked: ['cũ'],
            aliases: ['cu', 'da dung', 'qua su dung', 'second hand', 'hang bai', 'thanh ly'],
          },
        ],
      },
    },
    {
      id: 'price',
      // Outside of these a slip is likelier than the truth, so the sum is asked back; nothing is refused.
      field: { kind: 'money', plausibleVnd: { min: 1_000_000, max: 50_000_000_000 } },
      skip: { phrases: [...NOT_KNOWN, 'chua co gia', 'chua hoi gia', 'chua co bao gia'] },
    },
  ],
  moreAliases: {
    yes: ['co', 'con', 'con nua', 'them', 'them may', 'con may nua'],
    no: ['khong', 'ko', 'k', 'het', 'het roi', 'khong con', 'ko con', 'the thoi', 'du roi', 'chi the', 'xong'],
  },
});

/**
 * Applying advanced machines and equipment (ứng dụng máy móc thiết bị tiên tiến): what officers need beside the request,
 * completed in any order, each answer kept at once. Ids are short, since they stand in the keys of buttons.
 */
export const programme: ProgrammeKind = {
  id: 'advanced-equipment',
  order: 1,
  need: {
    id: 'machinery',
    menu: 'machines',
    aliases: [
      ...['may', 'may moc', 'mua may', 'thiet bi', 'day chuyen', 'lo say', 'chuyen giao cong nghe', 'mmtb'],
      ...['lo ruou', 'lo nau', 'lo nuong', 'lo hap', 'lo banh', 'lo hoi', 'noi ruou'],
      ...['noi hoi', 'noi nau', 'noi hap', 'noi chung cat', 'bang tai', 'xe nang', 'khung cui'],
      ...['tu say', 'nha say', 'he thong say', 'tu dong', 'tu cap dong', 'kho lanh', 'phong lanh', 'bon u', 'bon chua'],
    ],
    marked: ['máy'],
    notIn: [
      ...['nha may', 'nghe may', 'hoc may', 'day may', 'lop may', 'tho may', 'xuong may', 'cong nhan may', 'may mac'],
      ...[
        'xe may',
        'may bay',
        'may man',
        'may viec',
        'may tre',
        'song may',
        'may dan',
        'cay may',
        'dan may',
        'gio may',
        'ghe may',
      ],
      // What mechanics make and mend.
      ...['che tao may', 'san xuat may', 'sua chua may', 'sua may', 'lap rap may'],
      // What is learned on a machine that is there.
      ...['van hanh may', 'dieu khien may', 'van hanh thiet bi', 'van hanh day chuyen'],
      // By what something is made is not what is to be bought: "mô hình nấu rượu bằng nồi hơi".
      ...[
        'bang may',
        'bang bua may',
        'bang day chuyen',
        'bang thiet bi',
        'bang lo',
        'bang tu say',
        'bang noi hoi',
        'bang noi nau',
        'bang noi hap',
        'bang lo hoi',
        'bang lo say',
      ],
    ],
  },
  rateKind: 'machine',
  findRate: { by: findEquipmentRate, else: 'technology-line' },
  readWish: (text, told) => ({ ...machineAnswers(text, told), ...kindAnswers(text) }),
  readPrice: (text, told) => ({ ...furtherMachine(text, told), ...pricedMachines(text, told) }),
  // Of one machine the sum that was asked is its price.
  reusePrice: { questionId: 'machines.1.price', ifAnswered: 'machines.1.name', unlessAnswered: 'machines.2.name' },
  details: {
    id: 'equipment',
    version: 2,
    questions: [
      ...WHO,
      WORKSHOP,
      SECTOR,
      WORKERS,
      ...MACHINES,
      EQUIPMENT_KIND,
      OWN_CAPITAL,
      inOwnWords(WHEN),
      inOwnWords(EARLIER_SUPPORT),
      inOwnWords(EARLIER_WHAT),
      CERTIFICATE,
      inOwnWords(QUOTATION),
    ],
  },
};
