import type { Project } from '../../../../core/applications/project.ts';
import type { Application } from '../../../../records/applications.ts';
import type { ShownDossier } from '../my-dossiers/describe.ts';

/** A dossier that stands in a plan: from there on it is a project (đề án). */
export type ProjectDossier = ShownDossier & { project: Project };

export function isProject<T extends Application>(dossier: T): dossier is T & { project: Project } {
  return dossier.project !== undefined;
}
