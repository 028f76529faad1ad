import stringWidth from 'string-width';

/**
Letters of the Latin alphabets, punctuation, and the signs that Duet draws with: one column each, in any combination.
*/
const oneColumnEach =
	/^[\x20-\x7E\u{A0}-\u{AC}\u{AE}-\u{2FF}\u{2010}-\u{2027}\u{2030}-\u{203B}\u{203D}-\u{2048}\u{2190}-\u{2193}\u{2212}\u{221E}\u{2500}-\u{259F}\u{25CB}\u{25CF}\u{2713}\u{2717}\u{276F}]*$/v;

/**
How many columns a text takes. What is drawn many times a second is counted; only other scripts, emoji and what joins them
are worth taking apart.
*/
export const textWidth = (text: string): number =>
	oneColumnEach.test(text) ? text.length : stringWidth(text);
