/**
The local server as a process of its own, with what `duet serve` has no option for: a server that does not hold a
request until the job is done (`--no-wait`), as on-premises ones do not.
*/
import process from 'node:process';
import {parseArgs} from 'node:util';
import {createAudioDecoder} from '../source/audio/decoder.js';
import {createReplayRecogniser, loadKnownAudio} from '../source/local/recognisers/replay.js';
import {startLocalServer} from '../source/local/server.js';

const {values} = parseArgs({
	options: {
		assets: {type: 'string', default: 'assets'},
		'job-seconds': {type: 'string'},
		'no-wait': {type: 'boolean', default: false},
	},
});

const {apiKey, batchUrl, realTimeUrl, managementUrl} = await startLocalServer({
	recognisers: [createReplayRecogniser(await loadKnownAudio(values.assets))],
	decoder: createAudioDecoder(),
	longPolling: !values['no-wait'],
	realTime: {quota: 100},
	...(values['job-seconds'] !== undefined && {jobSeconds: Number(values['job-seconds'])}),
});
process.stdout.write(`${JSON.stringify({apiKey, batchUrl, realTimeUrl, managementUrl})}\n`);
process.on('SIGTERM', () => process.exit()); // By way of `exit`, at which its files are removed.
