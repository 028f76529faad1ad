import {createRequire, Module} from 'node:module';
import {BackendError} from './capture-backend.js';

/**
Loads a package that may not be installed, or may not have been built for this machine.

@param replaced - Packages that it would load, by name, and what it gets in their place.
@throws {BackendError} That it could not be loaded, and why.
*/
export const loadPackage = <Package>(
	name: string,
	replaced: Readonly<Record<string, unknown>> = {},
): Package => {
	const require = createRequire(import.meta.url);
	try {
		const requireOfPackage = createRequire(require.resolve(name));
		for (const [needed, replacement] of Object.entries(replaced)) {
			const path = requireOfPackage.resolve(needed);
			const module = new Module(path);
			module.exports = replacement;
			module.loaded = true;
			require.cache[path] = module;
		}

		return require(name) as Package;
	} catch (error) {
		throw new BackendError(`could not be loaded (${firstLine(error)})`, {cause: error});
	}
};

const firstLine = (error: unknown): string =>
	String(error instanceof Error ? error.message : error).split('\n')[0] ?? '';
