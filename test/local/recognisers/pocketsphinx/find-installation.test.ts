import {describe, expect, it} from 'vitest';
import {
	findInstallation,
	type Machine,
} from '../../../../source/local/recognisers/pocketsphinx/find-installation.js';

/**
A file system in which there is only this.
*/
const having =
	(...paths: readonly string[]) =>
	(path: string): boolean =>
		paths.includes(path);

const model = (folder: string): readonly string[] => [
	`${folder}/en-us`,
	`${folder}/en-us.lm.bin`,
	`${folder}/cmudict-en-us.dict`,
];

const usrModel = model('/usr/share/pocketsphinx/model/en-us');
const debian: Machine = {platform: 'linux', architecture: 'x64'};
const debianFolder = '/usr/lib/x86_64-linux-gnu';

describe('findInstallation', () => {
	it('finds the older library with the one it is based on, and the model', () => {
		const libraries = [`${debianFolder}/libpocketsphinx.so.3`, `${debianFolder}/libsphinxbase.so.3`];
		expect(findInstallation(debian, having(...libraries, ...usrModel))).toEqual({
			library: '/usr/lib/x86_64-linux-gnu/libpocketsphinx.so.3',
			baseLibrary: '/usr/lib/x86_64-linux-gnu/libsphinxbase.so.3',
			acousticModel: '/usr/share/pocketsphinx/model/en-us/en-us',
			languageModel: '/usr/share/pocketsphinx/model/en-us/en-us.lm.bin',
			dictionary: '/usr/share/pocketsphinx/model/en-us/cmudict-en-us.dict',
		});
	});

	it('finds the newer library, which is one', () => {
		const found = findInstallation(debian, having(`${debianFolder}/libpocketsphinx.so.5`, ...usrModel));
		expect(found?.library).toBe('/usr/lib/x86_64-linux-gnu/libpocketsphinx.so.5');
		expect(found).not.toHaveProperty('baseLibrary');
	});

	it.each([
		['Debian on ARM', 'linux', 'arm64', '/usr/lib/aarch64-linux-gnu/libpocketsphinx.so.3', '/usr'],
		[
			'Raspberry Pi OS of 32 bits',
			'linux',
			'arm',
			'/usr/lib/arm-linux-gnueabihf/libpocketsphinx.so.3',
			'/usr',
		],
		['Fedora', 'linux', 'x64', '/usr/lib64/libpocketsphinx.so.5', '/usr'],
		['Arch', 'linux', 'x64', '/usr/lib/libpocketsphinx.so.5', '/usr'],
		['a build from source', 'linux', 'x64', '/usr/local/lib/libpocketsphinx.so.5', '/usr/local'],
		['Homebrew', 'darwin', 'arm64', '/opt/homebrew/lib/libpocketsphinx.5.dylib', '/opt/homebrew'],
		['Homebrew on Intel', 'darwin', 'x64', '/usr/local/lib/libpocketsphinx.5.dylib', '/usr/local'],
		['MacPorts', 'darwin', 'arm64', '/opt/local/lib/libpocketsphinx.5.dylib', '/opt/local'],
		['a link without a version', 'darwin', 'x64', '/opt/local/lib/libpocketsphinx.dylib', '/opt/local'],
		['a processor without a folder of its own', 'linux', 'loong64', '/usr/lib/libpocketsphinx.so.5', '/usr'],
	])('finds that of %s', (_, platform, architecture, library, prefix) => {
		const folder = `${prefix}/share/pocketsphinx/model/en-us`;
		expect(findInstallation({platform, architecture}, having(library, ...model(folder)))).toMatchObject({
			library,
			acousticModel: `${folder}/en-us`,
		});
	});

	it('takes the newer where there are both', () => {
		const both = ['libpocketsphinx.so.3', 'libsphinxbase.so.3', 'libpocketsphinx.so.5'];
		const paths = both.map(name => `${debianFolder}/${name}`);
		expect(findInstallation(debian, having(...paths, ...usrModel))?.library).toMatch(/\.so\.5$/);
	});

	it('takes the model that belongs to the library where there are two', () => {
		const ownModel = model('/opt/local/share/pocketsphinx/model/en-us');
		const found = findInstallation(
			{platform: 'darwin', architecture: 'x64'},
			having(
				'/opt/local/lib/libpocketsphinx.5.dylib',
				...model('/usr/local/share/pocketsphinx/model/en-us'),
				...ownModel,
			),
		);
		expect(found?.acousticModel).toBe(ownModel[0]);
	});

	it('does not take a library of another processor', () => {
		const foreign = '/usr/lib/aarch64-linux-gnu/libpocketsphinx.so.3';
		expect(findInstallation(debian, having(foreign, ...usrModel))).toBeUndefined();
	});

	it.each(['en-us', 'en-us.lm.bin', 'cmudict-en-us.dict'])('finds nothing where %s is missing', name => {
		const rest = usrModel.filter(path => !path.endsWith(`/${name}`));
		const library = `${debianFolder}/libpocketsphinx.so.5`;
		expect(findInstallation(debian, having(library, ...rest))).toBeUndefined();
	});

	it.each(['linux', 'darwin', 'win32', 'freebsd'])('finds nothing on %s where nothing is', platform => {
		expect(findInstallation({platform, architecture: 'x64'}, having())).toBeUndefined();
	});

	describe('where the user says', () => {
		const libraryPath = '/home/ada/ps/lib/libpocketsphinx.so.5';
		const modelFolder = '/home/ada/model';

		it('takes that, and not what is installed', () => {
			const installed = [`${debianFolder}/libpocketsphinx.so.5`, ...usrModel];
			expect(
				findInstallation(
					{...debian, libraryPath, modelFolder},
					having(libraryPath, ...model(modelFolder), ...installed),
				),
			).toEqual({
				library: libraryPath,
				acousticModel: '/home/ada/model/en-us',
				languageModel: '/home/ada/model/en-us.lm.bin',
				dictionary: '/home/ada/model/cmudict-en-us.dict',
			});
		});

		it('takes the model beside the library where only that was said', () => {
			const besides = '/home/ada/ps/share/pocketsphinx/model/en-us';
			expect(
				findInstallation({...debian, libraryPath}, having(libraryPath, ...model(besides), ...usrModel)),
			).toMatchObject({library: libraryPath, acousticModel: `${besides}/en-us`});
		});

		it('takes a library of Windows, which is looked for nowhere else', () => {
			const library = 'C:\\ps\\pocketsphinx.dll';
			const files = ['en-us', 'en-us.lm.bin', 'cmudict-en-us.dict'].map(name => `C:\\ps\\model\\${name}`);
			expect(
				findInstallation(
					{platform: 'win32', architecture: 'x64', libraryPath: library, modelFolder: 'C:\\ps\\model'},
					having(library, 'C:\\ps\\sphinxbase.dll', ...files),
				),
			).toEqual({
				library,
				baseLibrary: 'C:\\ps\\sphinxbase.dll',
				acousticModel: 'C:\\ps\\model\\en-us',
				languageModel: 'C:\\ps\\model\\en-us.lm.bin',
				dictionary: 'C:\\ps\\model\\cmudict-en-us.dict',
			});
		});

		it.each([
			['library', [], libraryPath],
			['model', [libraryPath], `${modelFolder}/en-us`],
			['dictionary', [libraryPath, ...model(modelFolder).slice(0, 2)], `${modelFolder}/cmudict-en-us.dict`],
		])('names the %s that is not there', (_, paths, named) => {
			expect(() => findInstallation({...debian, libraryPath, modelFolder}, having(...paths))).toThrow(
				expect.objectContaining({
					problem: expect.objectContaining({kind: 'bad-input', message: `There is no ${named}.`}),
				}),
			);
		});
	});
});
