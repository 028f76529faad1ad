import path from 'node:path';
import envPaths from 'env-paths';

/**
Where Duet keeps its settings: the platform's own place for them.
*/
export const settingsFile = (): string => path.join(envPaths('duet', {suffix: ''}).config, 'settings.json');

/**
Where Duet keeps what it made: the platform's own place for data.
*/
export const dataFolder = (): string => envPaths('duet', {suffix: ''}).data;
