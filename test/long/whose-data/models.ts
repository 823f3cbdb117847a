/** Whose rows a model of the schema has: of a person `$1`, in SQL of its row `t`; or why it has nothing of anybody. */
export type Held =
  | { of: string; left: 'nothing' }
  /** Rows stay after a deletion, without words: what for. */
  | { of: string; left: string }
  | { none: string };

const PERSON = 't."personId" = $1::uuid';
const OF_DOSSIER = `t."applicationId" IN (SELECT a."id" FROM "Application" a WHERE a."personId" = $1::uuid)`;
const OF_CONTACT = `t."contactId" IN (SELECT c."id" FROM "Contact" c WHERE c."personId" = $1::uuid)`;
/** Of which they filed a request. */
const OF_ESTABLISHMENT = `t."establishmentId" IN (SELECT a."establishmentId" FROM "Application" a WHERE a."personId" = $1::uuid)`;
const OFFICERS = 'of officers, not of people';
const OFFICE = "the office's own facts";

/** Every model there is. A new one must be put here, so that somebody thinks of the copy and of the deletion. */
export const MODELS: Record<string, Held> = {
  Person: { of: 't."id" = $1::uuid', left: 'that somebody was here, without a name' },
  Contact: { of: PERSON, left: 'the id that the platform gives the chat, so that an answer finds them' },
  InboundMessage: { of: PERSON, left: 'that a message came, so that its repetition is not answered again' },
  Delivery: { of: PERSON, left: 'that a message left; the answer to the deletion itself' },
  Conversation: { of: PERSON, left: 'a talk that begins anew' },
  LinkCode: { of: PERSON, left: 'nothing' },
  WrongLinkCode: { of: OF_CONTACT, left: 'when a code was guessed, which is over in an hour' },
  ReminderWish: { of: PERSON, left: 'nothing' },
  ReminderAgain: { of: PERSON, left: 'nothing' },
  DossierReminder: { of: OF_DOSSIER, left: 'nothing' },
  PersonInterest: { of: PERSON, left: 'nothing' },
  FollowedTopic: { of: PERSON, left: 'nothing' },
  Application: { of: PERSON, left: 'the code of a request' },
  ApplicationAnswer: { of: OF_DOSSIER, left: 'nothing' },
  ApplicationEvent: { of: OF_DOSSIER, left: 'what happened to a request, without what was said' },
  SupportProject: { of: OF_DOSSIER, left: 'nothing' },
  Establishment: {
    of: 't."id" IN (SELECT a."establishmentId" FROM "Application" a WHERE a."personId" = $1::uuid)',
    left: 'that there was one',
  },
  EstablishmentAnswer: { of: OF_ESTABLISHMENT, left: 'what requests of others say of the same establishment' },
  EstablishmentKey: { of: OF_ESTABLISHMENT, left: 'by what these know it' },
  EstablishmentMember: { of: PERSON, left: 'that they acted for an establishment, and since when no more' },
  EstablishmentInvitation: { of: `(${PERSON} OR t."askedById" = $1::uuid)`, left: 'nothing' },
  Certificate: { of: OF_ESTABLISHMENT, left: 'what others who act for the same establishment are reminded of' },
  CertificateRevision: {
    of: `t."certificateId" IN (SELECT t."id" FROM "Certificate" t WHERE ${OF_ESTABLISHMENT})`,
    left: 'what that certificate said before',
  },
  CertificateReminder: { of: PERSON, left: 'nothing' },
  HumanHandoff: { of: PERSON, left: 'nothing' },
  ConsentRecord: { of: PERSON, left: 'that they agreed and took it back' },
  StoredFile: { of: PERSON, left: 'nothing' },
  DataSubjectRequest: { of: PERSON, left: 'that it was asked and done' },
  DataCopyLink: { of: PERSON, left: 'nothing' },
  MergedMembership: { of: PERSON, left: 'the same membership before a merge, for taking that back' },

  EstablishmentMerge: { none: 'which rows went where: ids' },
  EstablishmentsNotSame: { none: 'which two are not the same: ids and a digest' },
  HeldUpdate: { none: 'a message on its way, which comes after the deletion' },
  WebChatSession: { none: 'a digest of the secret of a browser' },
  RegressionCase: { none: "a question that officers confirmed to be without anybody's details" },
  KnowledgeEntry: { none: OFFICE },
  KnowledgeVersion: { none: OFFICE },
  KnowledgeState: { none: OFFICE },
  IncidentReport: { none: 'minutes of a leak: whose data it was, by ids' },
  AuditEntry: { none: 'what officers did, by ids' },
  Announcement: { none: 'written to many' },
  ...{ AnnouncementRules: { none: OFFICE }, MessageQuota: { none: OFFICE } },
  ...{ ApplicationWindow: { none: OFFICE }, WindowRound: { none: OFFICE }, Course: { none: OFFICE } },
  ...{ Centre: { none: OFFICE }, ChannelAccount: { none: OFFICE }, Counter: { none: OFFICE } },
  ...{ ReportTarget: { none: OFFICE }, PaperTemplate: { none: OFFICE } },
  ...{ AnnouncementPicture: { none: OFFICE }, PictureUpload: { none: OFFICE } },
  ...{ CalendarEntry: { none: OFFICE }, CalendarState: { none: OFFICE } },
  ...{ AdminLink: { none: OFFICERS }, User: { none: OFFICERS }, Session: { none: OFFICERS } },
  ...{ Account: { none: OFFICERS }, Verification: { none: OFFICERS } },
};
