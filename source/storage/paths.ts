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

/**
Where what native audio libraries print goes: the platform's own place for logs.
*/
export const captureLogFile = (): string => path.join(envPaths('duet', {suffix: ''}).log, 'capture.log');

/**
Where live audio is recorded.
*/
export const recordingsFolder = (): string => recordingsIn(dataFolder());

/**
@param folder - Duet's for data.
*/
export const recordingsIn = (folder: string): string => path.join(folder, 'recordings');
