/**
Words that sentences are made with. A vocabulary that names a Will or the WHO does not mean every `will` and `who`.
*/
export const functionWords: ReadonlySet<string> = new Set(
	`a all am an and any are as at be been but by can could did do does down for from had has have he her here hers him
	his how i if in into is it its may me might more most must my no nor not of off on one or our ours out over shall she
	should so some such than that the their them then there these they this those through to too under up us very was we
	were what when where which while who whom whose why will with would yes yet you your`.split(/\s+/v),
);
