type SpellingRule = readonly [pattern: RegExp, replacement: string];

const anyOf = (stems: string): string => `(${stems.replaceAll(/\s+/gv, '|')})`;

// Stems are listed where an ending alone would say too little: "colour" loses its u, "four" does not.
const our = anyOf(
	'arb ard arm behavi cand clam clang col demean enam endeav fav ferv flav harb hon hum lab neighb od parl ranc rig rum savi sav splend succ tum val vap vig',
);
const re = anyOf(
	'calib cent fib goit lit louv lust meag met mit noit sab saltpet scept sepulch somb spect theat',
);
const doubledL = anyOf(
	'bedevi bejewe beve cance caro cavi channe chise counse crue cudge dia disembowe disheve drive due ename equa fue funne gambo grave grove grue impane imperi initia jewe labe leve libe marsha marve mode pane parce peda penci pumme quarre rave reve riva shove shrive signa snive snorke spira squirre stenci swive tasse tota towe tramme trave tria tunne wease yode',
);
const singleL = anyOf('appa disti enro enthra fulfi insta insti');
const greek = anyOf('an arch cyclop leuk orthop pal tox');

/**
British endings and stems with their American form, each tried on every word.
*/
export const spellingRules: readonly SpellingRule[] = [
	[new RegExp(`${our}our`, 'v'), '$1or'],
	[new RegExp(`${re}re(?=(?:s|folds?|pieces?|glass|goers?)?$)`, 'v'), '$1er'],
	[/(cent|louv|lust|manoeuv|noit)r(ed|ing)$/v, '$1er$2'],
	[/^(ana|cata|dia|epi|mono|pro)logu(?:e(s?)|(ed|ing))$/v, '$1log$2$3'],
	[/lys(?=(?:e|ed|er|ers|es|ing|able)$)/v, 'lyz'],
	[/^(def|lic|off|pret)enc(?=(?:e|ed|es|ing|eless)$)/v, '$1ens'],
	[/^practis(?=(?:e|ed|es|ing)$)/v, 'practic'],
	[new RegExp(`${doubledL}ll(?=(?:ed|er|ers|est|ing|ings|ingly|ists?|ors?|ous|ously)$)`, 'v'), '$1l'],
	[new RegExp(`^${singleL}l(?=(?:s|ment|ments)?$)`, 'v'), '$1ll'],
	[/^(ski|wi)l(?=ful)/v, '$1ll'],
	[/^wooll(?=(?:ens?|ies|y)$)/v, 'wool'],
	[/^tranquill/v, 'tranquil'],
	[new RegExp(`${greek}ae(?=[dmo])`, 'v'), '$1e'],
	[/^(an|)aesth/v, '$1esth'],
	[/^haem/v, 'hem'],
	[/^ae(?=on|tiolog)/v, 'e'],
	[/^(c|f|p)ae(?=c|derast|diatr|doph|saria|sarea)/v, '$1e'],
	[/^(bougainvill|chim|gyn|medi|pr|prim)ae(?=a|c|r|sid|val)/v, '$1e'],
	[/^foet/v, 'fet'],
	[/^oe(?=dema|soph|str)/v, 'e'],
	[/^(diarrh|gonorrh|hom|pharmacop)oe/v, '$1e'],
	[/manoeuv(?:re(?=s?$)|r|er)/v, 'maneuver'],
	[/^(aero|centi|kilo|milli|)gramme(s?)$/v, '$1gram$2'],
	[/^programme(s?)$/v, 'program$1'],
	[/^(video|)disc(s?)$/v, '$1disk$2'],
	[/^aeroplane/v, 'airplane'],
	[/^cheque(?!r)/v, 'check'],
	[/^chequer/v, 'checker'],
	[/^cos(?=(?:y|ier|iest|ily|iness|ies)$)/v, 'coz'],
	[/^c[iy]pher/v, 'cipher'],
	[/^draught/v, 'draft'],
	[/^gaol/v, 'jail'],
	[/^grey(?!hound)/v, 'gray'],
	[/^(re|)mould/v, '$1mold'],
	[/^moult/v, 'molt'],
	[/^moustach/v, 'mustach'],
	[/plough/v, 'plow'],
	[/^sceptic/v, 'skeptic'],
	[/^smoulder/v, 'smolder'],
	[/^sulph/v, 'sulf'],
	[/^syphon/v, 'siphon'],
	[/^yogh(?:o)?urt/v, 'yogurt'],
	[/^worshipp/v, 'worship'],
];

/**
An ending that is spelled with a z in American English, unless {@link keepsIse} holds for what stands before it.
*/
export const iseEnding = /is(?=(?:e|ed|er|ers|es|ing|ingly|able|ably|ation|ational|ations|ement)$)/v;

/**
What stands before an "-ise" that Americans write too: advise, exercise, surprise, likewise, noise.
*/
export const keepsIse = new RegExp(
	`(?:^.{0,2}|[aeuw]|(?<!tt)o|(?<![st]i)v|${anyOf(
		'advert appr cer chast chem circumc compr conc dem desp enterpr exc exerc expert franch inc mant merchand metropol (?<!a)mort parad pelv pen prec prem prom repr sunr surm surpr treat trell upr val',
	)})$`,
	'v',
);
