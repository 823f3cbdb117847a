const MEGABYTE = 1024 * 1024;
/** Photos of one person, and of all. */
export const PHOTO_SPACE = { storedBytesOfPerson: 150 * MEGABYTE, storedBytesOfAll: 20 * 1024 * MEGABYTE };
