// Holds the lock of a data folder until it is killed.
import { lockDataFolder } from '../../../host/data-lock.ts';

await lockDataFolder({ dataDir: process.argv[2] ?? '', says: 'http://127.0.0.1:1' });
console.log('held');
setInterval(() => {}, 1000);
