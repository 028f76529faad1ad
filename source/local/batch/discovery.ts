import type {Recogniser} from '../../core/recogniser.js';
import {versionWithRecogniser} from '../language-pack.js';
import {knownLanguages} from './recognise-job.js';

/**
What this server can do, for clients that ask before they try.

@see The feature discovery page of the documentation. The service shows the block of the mode whose host is asked; this
server is both.
*/
export const discoveryJson = (recognisers: readonly Recogniser[]): Readonly<Record<string, unknown>> => {
	const names = Object.assign({}, ...recognisers.map(({languages}) => languages).reverse()) as Record<
		string,
		string
	>;
	const languages = knownLanguages(recognisers);
	const version = versionWithRecogniser(recognisers[0]?.id ?? 'none');
	const transcription = [{version, languages, locales: {}, domains: {}}];
	return {
		metadata: {
			language_pack_info: Object.fromEntries(
				Object.entries(names).map(([code, name]) => [code, {language_description: name, locales: {}}]),
			),
		},
		batch: {transcription, translation: [], languageid: languages},
		realtime: {transcription, translation: []},
	};
};
