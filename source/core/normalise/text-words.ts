import {type ScorableWord, scoringUnit} from './normalise.js';

/**
A plain text, such as a reference, as words to compare a transcript with; in a language without spaces, as characters.
*/
export const textWords = (text: string, language: string): readonly ScorableWord[] => {
	const words = text.split(/\s+/v).filter(word => word !== '');
	if (scoringUnit(language) === 'word') {
		return words.map(word => ({text: word}));
	}

	const characters = new Intl.Segmenter('und', {granularity: 'grapheme'});
	return words.flatMap(word => Array.from(characters.segment(word), ({segment}) => ({text: segment})));
};
