import path from 'node:path';
import envPaths from 'env-paths';

/**
Where Duet keeps its settings: the platform's own place for them.
*/
export const settingsFile = (): string => path.join(envPaths('duet', {suffix: ''}).config, 'settings.json');
