import type { Rooms } from './respond.ts';
import type { Topic } from './topic.ts';
import { answerQuestion, askTopic, findWish } from './topics/ask.ts';
import { certificatesTopic } from './topics/certificates.ts';
import { coursesTopic } from './topics/courses.ts';
import { detailsTopic } from './topics/details.ts';
import { createLinkTopic } from './topics/link.ts';
import { membersTopic } from './topics/members.ts';
import { createMenuTopic } from './topics/menu.ts';
import { createMyDataTopic } from './topics/my-data.ts';
import { myDossiersTopic } from './topics/my-dossiers.ts';
import { newsTopic } from './topics/news.ts';
import { officerTopic } from './topics/officer.ts';
import { findPhotoWish, photosTopic } from './topics/photos.ts';
import { projectTopic } from './topics/project.ts';
import { registerTopic } from './topics/register.ts';
import { remindersTopic } from './topics/reminders.ts';

/**
 * All topics. A new one is a file and its name here. `zaloLink`: what opens the centre's bot in Zalo; `publicUrl`: where
 * people reach the pages of this copy.
 */
export function createRooms({ zaloLink, publicUrl }: { zaloLink?: string; publicUrl?: string } = {}): Rooms {
  const topics: Topic[] = [
    askTopic,
    photosTopic,
    certificatesTopic,
    // Before requests: who wishes to learn is shown what there is.
    coursesTopic,
    registerTopic,
    // Before details: a photo of the work is a report of its progress.
    projectTopic,
    detailsTopic,
    myDossiersTopic,
    membersTopic,
    officerTopic,
    newsTopic,
    createMyDataTopic({ publicUrl }),
    remindersTopic,
  ];
  const findTopic = (name: string): Topic | undefined => topics.find((topic) => topic.name === name);
  topics.push(createLinkTopic(findTopic), createMenuTopic(findTopic));
  return {
    topics,
    answerQuestion,
    findWish: (turn, text) => findPhotoWish(turn, text) ?? findWish(turn, text),
    zaloLink,
  };
}
