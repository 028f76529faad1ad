/**
Whether a word only fills a pause. English only.
*/
export const isDisfluency = (text: string, language: string): boolean =>
	language === 'en' && disfluencies.has(text.toLowerCase());

/**
@see The service's list of tagged disfluencies: docs.speechmatics.com/speech-to-text/formatting, read 2026-11-22.
*/
const disfluencies: ReadonlySet<string> = new Set(
	`huh aha ah aw eh err hmm mm um uh uh-oh uh-huh uh-uh mhm a-ha aah aahh aaw ah-ha ahaa ahh ahha aww eeh erm hhm hhmm
	hm huh-uh m-hm uggh ugh ughh uhh uhhm uhm uhmm umm uuh uuhh uum`.split(/\s+/v),
);
