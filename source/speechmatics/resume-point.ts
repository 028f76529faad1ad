/**
How much audio a new session hears before the point from which its words count. Its first word may be cut in two and
misheard, and a recogniser needs a moment to get used to a voice; that is to happen where everything is final already.
Two seconds hold a handful of words to find the seam by, and cost a fortieth of a cent.
*/
const leadInSeconds = 2;

/**
The end of a word is an estimate.
*/
const edgeSeconds = 0.3;

/**
From where on audio has to be sent again if the session is lost now.

Finals are counted from, and not acknowledgements: those tell that audio was received, not that its words are final.

@param lastWordSeconds - The end of the last final word.
@param finalisedSeconds - How far the finals reach: in silence further than their words.
*/
export const resumeSeconds = (lastWordSeconds: number, finalisedSeconds: number): number => {
	const seconds = finalisedSeconds - leadInSeconds;
	const isInSilence = seconds > lastWordSeconds + edgeSeconds;
	return Math.max(0, isInSilence ? seconds : Math.min(seconds, lastWordSeconds - leadInSeconds));
};
