import type {LibraryHandle} from 'koffi';
import {ProblemError} from '../../../core/problem.js';
import type {Decoder, Installation} from './decoder.js';
import {decoderOptions, type Task} from './decoder-options.js';
import {type Generation, newerGeneration, olderGeneration} from './generation.js';
import {createNativeDecoder} from './native-decoder.js';

/**
Opens the library, of whichever generation it is, and makes a decoder with it. Takes about half a second and 150 MB.

@throws {ProblemError} Of kind `bad-input`, where there is no way to call the library or it does not open.
@throws {Error} That names the call, where one fails.
*/
export const loadDecoder = async (installation: Installation, task: Task): Promise<Decoder> => {
	const {load} = await importKoffi();
	const open = (path: string): LibraryHandle => {
		try {
			return load(path);
		} catch (error) {
			throw new ProblemError(
				{
					kind: 'bad-input',
					message: `The library ${path} does not open: ${reasonOf(error)}`,
					nextStep:
						'Install PocketSphinx again, for the same processor as Node.js, or set the path of another one.',
				},
				{cause: error},
			);
		}
	};

	const base = installation.baseLibrary === undefined ? undefined : open(installation.baseLibrary);
	const library = open(installation.library);
	return createNativeDecoder(
		library,
		generationOf(library, base, installation),
		decoderOptions(installation, task),
		task.mode,
	);
};

const generationOf = (
	library: LibraryHandle,
	base: LibraryHandle | undefined,
	installation: Installation,
): Generation => {
	if (has(library, 'ps_config_init')) {
		return newerGeneration(library);
	}

	if (base !== undefined && has(library, 'ps_args')) {
		return olderGeneration(library, base);
	}

	throw new ProblemError({
		kind: 'bad-input',
		message: `The library ${installation.library} is not one of PocketSphinx, or its libsphinxbase is not beside it.`,
		nextStep: 'Install PocketSphinx 5, or 5prealpha with SphinxBase, or set the path of another library.',
	});
};

const has = (library: LibraryHandle, name: string): boolean => {
	try {
		library.symbol(name);
		return true;
	} catch {
		return false;
	}
};

/**
An optional dependency: npm goes on where it has no build for the machine.
*/
const importKoffi = async (): Promise<typeof import('koffi')> => {
	try {
		return await import('koffi');
	} catch (error) {
		throw new ProblemError(
			{
				kind: 'bad-input',
				message: `The package koffi, through which PocketSphinx is called, does not load: ${reasonOf(error)}`,
				nextStep: 'Run npm install again with optional dependencies, or use another recogniser.',
			},
			{cause: error},
		);
	}
};

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
