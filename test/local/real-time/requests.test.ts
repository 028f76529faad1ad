import {describe, expect, it} from 'vitest';
import {readClientMessage} from '../../../source/local/real-time/requests.js';

describe('readClientMessage', () => {
	it.each([
		{message: 'StartRecognition', anything: 'checked later'},
		{message: 'SetRecognitionConfig', transcription_config: {}},
		{message: 'AddChannelAudio', channel: 'left', data: 'AAAA'},
		{message: 'EndOfStream', last_seq_no: 0},
		{message: 'EndOfChannel', channel: 'left', last_seq_no: 7},
		{message: 'ForceEndOfUtterance'},
		{message: 'ForceEndOfUtterance', channel: null, timestamp: 1.5},
		{message: 'GetSpeakers', final: true},
	])('reads $message', message => {
		expect(readClientMessage(JSON.stringify(message))).toEqual(message);
	});

	it.each([
		['R7: half an object', '{'],
		['R7: a list', '[]'],
		['R7: null', 'null'],
		['R8: an unknown message', '{"message":"Nope"}'],
		['R8: a message named like an inherited property', '{"message":"toString"}'],
		['R8: no message', '{}'],
		['an end of stream without its number', '{"message":"EndOfStream"}'],
		['an end of stream with a text for a number', '{"message":"EndOfStream","last_seq_no":"3"}'],
		['channel audio without a channel', '{"message":"AddChannelAudio","data":"AAAA"}'],
		['a forced end of utterance before the audio', '{"message":"ForceEndOfUtterance","timestamp":-1}'],
	])('refuses %s', (_what, frame) => {
		expect(() => readClientMessage(frame)).toThrow(expect.objectContaining({type: 'invalid_message'}));
	});
});
