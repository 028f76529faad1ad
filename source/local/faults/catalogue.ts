import type {Fault} from './fault.js';
import {brokenBodies} from './http/broken-bodies.js';
import {jobFates} from './http/job-fates.js';
import {lateAnswers} from './http/late-answers.js';
import {refusals} from './http/refusals.js';
import {resets} from './http/resets.js';
import {deadSockets} from './real-time/dead-sockets.js';
import {lateMessages} from './real-time/late-messages.js';
import {oddFrames} from './real-time/odd-frames.js';
import {oddPackets} from './real-time/odd-packets.js';
import {sessionEnds} from './real-time/session-ends.js';

/**
Every fault there is. To add one, write it into the file of its family, or a file and a line here. Where several fall on
one request or session, they have their effects in this order.
*/
export const faults: readonly Fault[] = [
	...lateAnswers,
	...refusals,
	...resets,
	...brokenBodies,
	...jobFates,
	...sessionEnds,
	...deadSockets,
	...oddFrames,
	...oddPackets,
	...lateMessages,
];

/**
The fault of that name.
*/
export const faultNamed = (name: string): Fault | undefined => faults.find(fault => fault.name === name);
