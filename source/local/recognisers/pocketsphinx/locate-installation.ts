import {existsSync, readFileSync} from 'node:fs';
import {ProblemError} from '../../../core/problem.js';
import type {Installation} from './decoder.js';
import {findInstallation, type Machine} from './find-installation.js';
import {installAdvice} from './install-advice.js';

/**
The library and its model on this machine.

@throws {ProblemError} Of kind `bad-input`, where they are not there: how to install them.
*/
export const locateInstallation = (
	settings: Pick<Machine, 'libraryPath' | 'modelFolder'> = {},
): Installation => {
	const {platform, arch: architecture} = process;
	const installation = findInstallation({platform, architecture, ...settings}, existsSync);
	if (installation === undefined) {
		throw new ProblemError({
			kind: 'bad-input',
			message: 'PocketSphinx, or its English model, is not installed on this machine.',
			nextStep: installAdvice(platform, osRelease()),
		});
	}

	return installation;
};

/**
The text that names the distribution of Linux. Empty on other systems.
*/
const osRelease = (): string => {
	try {
		return readFileSync('/etc/os-release', 'utf8');
	} catch {
		return '';
	}
};
