import { expect } from 'vitest';
import { type ApplicationStatus, statusOf } from '../../../core/applications/status.ts';
import { type Db, openDatabase } from '../../../records/database.ts';
import type { Producer } from '../first-life/producer.ts';

const NONE = /chưa có phiếu nào|không còn nữa/;

/** What somebody reads who asks how far it is, for every status there is: where it stands, and what happens next. */
const READS: Record<ApplicationStatus, RegExp> = {
  draft: /Tình trạng: chưa gửi[\s\S]*trả lời nốt rồi gửi \(\d\/8 câu đã xong\)/,
  submitted: /Tình trạng: chờ cán bộ xem \(gửi [\s\S]*cán bộ xem và nhắn anh\/chị/,
  'in-review': /Tình trạng: cán bộ đang xem xét[\s\S]*cán bộ xem xét và nhắn anh\/chị/,
  'needs-papers':
    /Tình trạng: chờ anh\/chị bổ sung[\s\S]*cần bổ sung \d mục[\s\S]*(?:anh\/chị bổ sung .+, rồi gửi lại|chọn gửi lại)/,
  accepted: /Tình trạng: phiếu được chấp nhận[\s\S]*kế hoạch năm 2027 trở đi\. Chưa có quyết định cấp tiền/,
  proposed: /Tình trạng: đã đưa vào kế hoạch đề nghị[\s\S]*chưa được duyệt[\s\S]*chờ xét duyệt kế hoạch/,
  approved: /Tình trạng: đã được duyệt hỗ trợ[\s\S]*Được duyệt \d+ triệu đồng[\s\S]*ký hợp đồng/,
  contracted: /Tình trạng: đã ký hợp đồng[\s\S]*làm đến hết [\s\S]*bắt đầu làm theo hợp đồng/,
  'in-progress': /Tình trạng: đang thực hiện[\s\S]*làm đến hết [\s\S]*báo tiến độ kèm ảnh[,.]/,
  'amendment-asked': /Tình trạng: đang xin điều chỉnh[\s\S]*báo tiến độ kèm ảnh[,.]/,
  inspected: /Tình trạng: đã nghiệm thu[\s\S]*quyết toán\. Trung tâm nộp hồ sơ trước hết /,
  settled: /Tình trạng: đã quyết toán[\s\S]*Đã quyết toán \d+ triệu đồng[\s\S]*cán bộ kết thúc hồ sơ/,
  closed: /Tình trạng: đã xong[\s\S]*Đề án đã xong/,
  stopped: /Tình trạng: đã dừng[\s\S]*không làm tiếp nữa/,
  declined: /Tình trạng: phiếu không được chấp nhận[\s\S]*Cần hỏi lý do thì gặp cán bộ/,
  withdrawn: /Tình trạng: anh\/chị đã rút[\s\S]*không được xét nữa/,
  // What was given up, ran out or was deleted is not theirs any more.
  discarded: NONE,
  expired: NONE,
  erased: NONE,
};

/** Who asks where their dossier stands reads what the database says; which statuses were read is kept. */
export function openWatch(databaseUrl: string) {
  const db: Db = openDatabase({ url: databaseUrl });
  const read = new Set<string>();

  const statusIn = async (id: string): Promise<ApplicationStatus> => {
    const events = await db.applicationEvent.findMany({ where: { applicationId: id }, orderBy: { seq: 'asc' } });
    return statusOf(events);
  };

  return {
    db,
    /** Every status, and those that somebody has read. */
    statuses: { all: Object.keys(READS).toSorted(), read: () => [...read].toSorted() },
    /** The dossier begun last, of anybody. */
    findNewest: async () => (await db.application.findFirstOrThrow({ orderBy: { createdAt: 'desc' } })).id,
    findByCode: async (code: string) => (await db.application.findUniqueOrThrow({ where: { code } })).id,
    /** Asks in these words; with more than one dossier it has to be named by its code. */
    asks: async (
      producer: Producer,
      typed: string,
      { id, status, tells = [] }: { id: string; status: ApplicationStatus; tells?: (string | RegExp)[] },
    ): Promise<string> => {
      // What the day's sweep closes is closed some seconds after the assistant woke up on that day.
      await expect.poll(() => statusIn(id), { message: `before "${typed}"`, timeout: 30_000 }).toBe(status);
      const { code } = await db.application.findUniqueOrThrow({ where: { id } });
      const answer = await producer.says(typed, READS[status]);
      if (code !== null && READS[status] !== NONE) expect(answer).toContain(code);
      for (const words of tells) expect(answer).toMatch(words);
      read.add(status);
      return answer;
    },
    close: () => db.$disconnect(),
  };
}
