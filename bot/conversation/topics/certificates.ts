import { asksAboutCertificate } from '../../../core/certificates/asks-about-certificate.ts';
import { listOwnCertificates } from '../../../records/certificates.ts';
import type { Topic } from '../topic.ts';
import { showCertificates } from './certificates/show.ts';

/** The certificates of one's establishments: until when they hold. Its choice: `show`. */
export const certificatesTopic: Topic = {
  name: 'certificates',
  choose: async (turn, [verb]) => (verb === 'show' ? await showCertificates(turn) : undefined),

  takeUp: async (turn) => {
    const { input, tx, person } = turn;
    const asked = input.kind === 'text' ? asksAboutCertificate(input.text) : undefined;
    if (asked === undefined) return undefined;
    // Who has none may ask about certificates at all: that is for the library.
    const hasAny = asked === 'own' || (await listOwnCertificates(tx, person.id)).length > 0;
    return hasAny ? await showCertificates(turn) : undefined;
  },
};
