/** What people can do at once under an announcement, and the topic of the conversation that does it. */
export const ANNOUNCEMENT_CHOICES = {
  register: 'register:start',
  remind: 'reminders:wish:any',
  courses: 'courses:list',
} as const;

export type AnnouncementChoice = keyof typeof ANNOUNCEMENT_CHOICES;

/** In the order in which they stand under the message. */
export const CHOICE_IDS: readonly AnnouncementChoice[] = ['register', 'remind', 'courses'];
