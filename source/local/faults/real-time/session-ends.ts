import {Socket} from 'node:net';
import {
	closeCodeReason,
	closeCodes,
	isErrorType,
	quotaExceeded,
	RealTimeError,
} from '../../real-time/errors.js';
import type {RealTimeFault} from './real-time-fault.js';

/**
After the end of the stream the other side closes, too; this is how long it is waited for.
*/
const lingerMs = 1000;

/**
Sessions that end before their time.
*/
export const sessionEnds: readonly RealTimeFault[] = [
	{
		layer: 'real-time',
		name: 'drop',
		help: 'the connection ends without a close frame: everything sent arrives, or with reset perhaps not',
		value: {type: 'word', choices: ['end', 'reset'], fallback: 'end'},
		byDefault: 'words',
		isEnd: true,
		strike({word}, {socket, silence, timers}) {
			silence(true);
			if (word === 'reset' && socket instanceof Socket) {
				socket.resetAndDestroy();
			} else {
				socket.end();
				timers.after(lingerMs, () => socket.destroy());
			}
		},
	},
	{
		layer: 'real-time',
		name: 'close',
		help: 'a close frame of that code comes, without an Error before it',
		value: {
			type: 'word',
			choices: [...new Set([1000, 1001, 1012, ...Object.values(closeCodes)])]
				.sort((one, other) => one - other)
				.map(String),
			fallback: '1011',
		},
		byDefault: 'start',
		isEnd: true,
		strike({word}, {outlet}) {
			outlet.close(Number(word), closeCodeReason(Number(word)));
		},
	},
	{
		layer: 'real-time',
		name: 'error',
		help: 'an Error of that type comes, and the close frame that belongs to it',
		value: {type: 'word', choices: Object.keys(closeCodes), fallback: 'job_error'},
		byDefault: 'start',
		isEnd: true,
		strike({word}, {fail}) {
			if (isErrorType(word)) {
				fail(
					word === 'quota_exceeded' ? quotaExceeded() : new RealTimeError(word, 'This fault was asked for.'),
				);
			}
		},
	},
];
