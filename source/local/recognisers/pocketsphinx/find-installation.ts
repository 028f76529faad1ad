import path from 'node:path';
import {ProblemError} from '../../../core/problem.js';
import type {Installation} from './decoder.js';

/**
What decides where the library and its model are looked for.
*/
export type Machine = {
	/**
	As Node.js names them: `linux` and `x64`.
	*/
	readonly platform: string;
	readonly architecture: string;

	/**
	Where the user says that the library and the folder of the model are.
	*/
	readonly libraryPath?: string;
	readonly modelFolder?: string;
};

/**
Finds the library and its model: where the user says, else where the packages of Debian, Ubuntu, Fedora, Arch, Homebrew
and MacPorts put them, or a build from source. On other systems only where the user says.

@param exists - Whether there is a file or folder of this path.
@returns Nothing where one of the two is not there.
@throws {ProblemError} Of kind `bad-input`, where the user named something that does not exist.
*/
export const findInstallation = (
	machine: Machine,
	exists: (path: string) => boolean,
): Installation | undefined => {
	const library = machine.libraryPath ?? usualLibraries(machine).find(exists);
	if (library === undefined) {
		return undefined;
	}

	if (!exists(library)) {
		throw missing(library, 'the library');
	}

	const {dirname, basename, join} = machine.platform === 'win32' ? path.win32 : path.posix;
	const baseLibrary = join(dirname(library), basename(library).replace('pocketsphinx', 'sphinxbase'));
	const modelIn = (folder: string): Model => ({
		acousticModel: join(folder, 'en-us'),
		languageModel: join(folder, 'en-us.lm.bin'),
		dictionary: join(folder, 'cmudict-en-us.dict'),
	});
	const absent = (model: Model) => Object.values(model).find(file => !exists(file));

	const folders = [join(dirname(library), '..'), join(dirname(library), '..', '..'), ...prefixes(machine)];
	const model =
		machine.modelFolder === undefined
			? folders.map(prefix => modelIn(join(prefix, modelBelow))).find(candidate => !absent(candidate))
			: modelIn(machine.modelFolder);
	if (model === undefined) {
		return undefined;
	}

	const absentFile = absent(model);
	if (absentFile !== undefined) {
		throw missing(
			absentFile,
			'the folder of the model, which has en-us, en-us.lm.bin and cmudict-en-us.dict',
		);
	}

	return {library, ...(baseLibrary !== library && exists(baseLibrary) && {baseLibrary}), ...model};
};

type Model = Pick<Installation, 'acousticModel' | 'languageModel' | 'dictionary'>;

const modelBelow = 'share/pocketsphinx/model/en-us';

const missing = (file: string, what: string): ProblemError =>
	new ProblemError({
		kind: 'bad-input',
		message: `There is no ${file}.`,
		nextStep: `Set the path of ${what}, or leave it out to have it found where packages put it.`,
	});

/**
Where packages go, in the order of the system's own search. Homebrew has a place for each processor.
*/
const prefixes = ({platform, architecture}: Machine): readonly string[] => {
	switch (platform) {
		case 'linux': {
			return ['/usr/local', '/usr'];
		}

		case 'darwin': {
			return [...(architecture === 'arm64' ? ['/opt/homebrew'] : []), '/usr/local', '/opt/local'];
		}

		default: {
			return [];
		}
	}
};

/**
Every path of a library, of both generations: the newer first.
*/
const usualLibraries = (machine: Machine): readonly string[] => {
	const isMac = machine.platform === 'darwin';
	const triplet = triplets[machine.architecture];
	const folders = isMac ? ['lib'] : [...(triplet === undefined ? [] : [`lib/${triplet}`]), 'lib64', 'lib'];
	const names = isMac
		? ['libpocketsphinx.5.dylib', 'libpocketsphinx.dylib']
		: ['libpocketsphinx.so.5', 'libpocketsphinx.so.3'];
	return prefixes(machine).flatMap(prefix =>
		folders.flatMap(folder => names.map(name => `${prefix}/${folder}/${name}`)),
	);
};

/**
The folders of Debian and Ubuntu, by processor.

@see https://wiki.debian.org/Multiarch/Tuples
*/
const triplets: Readonly<Record<string, string>> = {
	x64: 'x86_64-linux-gnu',
	arm64: 'aarch64-linux-gnu',
	arm: 'arm-linux-gnueabihf',
	ia32: 'i386-linux-gnu',
	ppc64: 'powerpc64le-linux-gnu',
	riscv64: 'riscv64-linux-gnu',
	s390x: 's390x-linux-gnu',
};
