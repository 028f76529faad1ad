/**
Orders of faults after each of which a good client goes on and loses nothing: for soaks.

The places of the events are drawn anew for each session, from its first second to its twentieth; so are the lots, which
leave about one session in six without an event.
*/
export const survivableFaults = {
	'real-time': [
		'drop@0s..20s~15%',
		'drop=reset@0s..20s~15%',
		'drop@1..400messages~15%',
		'drop=reset@start~5%',
		'close=1011@0s..20s~10%',
		'close=1001@0s..20s~10%',
		'close=4013@0s..20s~10%',
		'error=job_error@0s..20s~10%',
		'error=unknown_error@0s..20s~10%',
		'error=quota_exceeded@start~10%',
		'freeze@0s..20s~10%',
		'mute@0s..20s~10%',
		'no-end~5%',
		'fragments=1..40~20%',
		'dribble=100..2000~10%',
		'join=10ms..100ms~20%',
		'lag=0ms..50ms~20%',
		'503@handshake~5%',
		'429=1s@handshake~5%',
		'reset@handshake~5%',
		'no-answer@handshake~3%',
		'500@token~5%',
	].join(','),
	batch: [
		'429~5%',
		'429-json=1s~5%',
		'500~5%',
		'502@job~5%',
		'502@transcript~5%',
		'503~5%',
		'503=1s~5%',
		'reset=headers~5%',
		'reset=body@create~5%',
		'reset=answer@job~5%',
		'reset=answer@transcript~5%',
		'reset=answer@create~10%',
		'truncated@job~5%',
		'truncated@transcript~5%',
		'bad-json@job~5%',
		'bad-json@transcript~5%',
		'non-json@job~5%',
		'not-ready~20%',
		'late=0ms..500ms~20%',
		'running=0ms..2s~20%',
	].join(','),
} as const;
