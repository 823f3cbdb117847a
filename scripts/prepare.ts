// Run by npm after an install, and by a start that finds something missing or stale: generates the database client and
// builds the pages.
import { prepare } from '../host/prepare/parts.ts';
import { sayBoth } from '../host/say.ts';

await prepare({ say: (part) => console.log(sayBoth(`host:preparing.${part}`)) });
