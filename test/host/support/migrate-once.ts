import { migrate } from '../../../host/migrations/migrate.ts';

const { applied } = await migrate({ url: process.argv[2] ?? '' });
console.log(JSON.stringify(applied));
