import { fileURLToPath } from 'node:url';

/** The folder of this copy of the project, with a trailing separator. */
export const projectRoot = fileURLToPath(new URL('../', import.meta.url));

/** The name used for folders, sockets and database of one copy. */
export const projectName = 'tro-ly-khuyen-cong';
