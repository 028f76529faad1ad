/**
Something that goes wrong, in plain words.
*/
export type Trouble = {
	readonly title: string;

	/**
	What is seen on the screen.
	*/
	readonly seen: string;
	readonly why: string;

	/**
	What the user can do.
	*/
	readonly remedy: string;

	/**
	What Duet does without being asked.
	*/
	readonly byItself: string;
};

/**
The most frequent first. To add one, add an object.
*/
export const troubles: readonly Trouble[] = [
	{
		title: 'The key is refused',
		seen: 'A pane says that the service did not accept the API key, and names its last four characters.',
		why: 'The key is mistyped, expired or deleted, or it belongs to a project in another region.',
		remedy:
			'Compare those characters with your keys at portal.speechmatics.com, check the region in the settings, or make a new key.',
		byItself:
			'It does not try again with a key that was refused. With no key at all it uses the local engine.',
	},
	{
		title: 'The file is refused',
		seen: 'The audio cannot be read, or batch shows the job as rejected.',
		why: 'The file is no audio, is still being written, is larger than 1 GB, or has no speech in the chosen language.',
		remedy:
			'Play it with another program. Convert it: ffmpeg -i INPUT -ac 1 -ar 16000 output.wav. Check the language in the settings.',
		byItself:
			'It looks at the content, not at the ending, and decodes wav, mp3, m4a, aac, flac, ogg and webm. It says the reason that the service gave.',
	},
	{
		title: 'The local engine has no words for the audio',
		seen: 'Nothing starts, and the reason is that no local recogniser has words for this audio.',
		why: 'Without a key the local engine is used. Its replay recognises nothing, it plays back the sample; pocketsphinx, which recognises English speech, is not installed.',
		remedy:
			'Run the command that the message names, or put a key into the settings to use the cloud, or choose the sample.',
		byItself:
			'It uses pocketsphinx for all other audio once that is installed, says so beside the engine, and never makes words up.',
	},
	{
		title: 'A batch job takes too long',
		seen: 'The batch pane stays at running, and its age grows.',
		why: 'A job takes longer the longer the audio is, and when the service is busy.',
		remedy:
			'Wait: the job goes on at the service, also when your network is gone for a while. Look at status.speechmatics.com. The job can be found at portal.speechmatics.com for 7 days.',
		byItself:
			'It asks for the status more rarely the older the job is, at least every second, and tries again after failures. It never makes a second job of the same audio.',
	},
	{
		title: 'The connection is refused',
		seen: 'A pane says that nothing answers, that the host cannot be found, or that it cannot be reached.',
		why: 'There is no network, a firewall or a proxy stands in between, or the address of your own server is wrong.',
		remedy:
			'Open the address in a browser from the same machine. Some networks let web pages through and not web sockets: then batch works and real-time does not.',
		byItself: 'Batch tries again a few times with growing waits. The other mode goes on.',
	},
	{
		title: 'The connection is lost during the stream',
		seen: 'The real-time pane says that the connection was lost.',
		why: 'The network changed or broke, or the service ended the session: one may last 48 hours, and an hour without audio.',
		remedy: 'Wait. If the network does not come back within ten minutes, the run ends with what there is.',
		byItself:
			'It connects again, at most every five seconds, keeps up to ten minutes of audio, and sends again what was not final. No word is lost or doubled.',
	},
	{
		title: 'The service allows no further session',
		seen: 'The real-time pane says that as many sessions run as the plan allows.',
		why: 'A plan has a number of sessions at once. One that was just ended counts for some seconds.',
		remedy: 'End other sessions, wait ten seconds, and start again.',
		byItself: 'It ends its own sessions in good order, so that they stop counting soon.',
	},
	{
		title: 'The audio is sent too fast or too slow',
		seen: 'Latencies say not comparable, or the text falls further and further behind.',
		why: 'With --pace a file is played faster than speech. Falling behind means a slow network or a busy machine.',
		remedy: 'Leave --pace out to measure. Close what uses the network or the processor.',
		byItself:
			'It plays a file at the pace of speech on a fixed schedule. A late piece goes out at once and does not delay the next ones.',
	},
	{
		title: 'There is no sound from the microphone',
		seen: 'The real-time pane says that there is no signal, or stays at listening.',
		why: 'The microphone is muted, it is another one than you speak into, or the terminal app may not use it.',
		remedy:
			'Press i for another microphone. Look at the system’s sound settings; on a Mac at Privacy & Security → Microphone, then start the terminal again. duet doctor looks at all ways to a microphone.',
		byItself: 'Nothing is sent, and nothing costs, before the first sound.',
	},
	{
		title: 'The microphone is lost',
		seen: 'The real-time pane says that the microphone was lost, and why.',
		why: 'It was unplugged, the sound server ended, or its driver crashed or hangs.',
		remedy: 'Plug it in and press o, or press i for another one; s ends the speech with what there is.',
		byItself:
			'It waits with what was transcribed and recorded. A hanging driver is ended. The time without a microphone counts as no latency.',
	},
	{
		title: 'The screen looks wrong',
		seen: 'Borders are broken, signs are question marks, or colours cannot be read.',
		why: 'The terminal does not use UTF-8, or its colours do not suit.',
		remedy: 'Set LC_ALL=C.UTF-8, or NO_COLOR=1. At least 40 columns and 10 rows are needed.',
		byItself: 'Without UTF-8 it draws with ASCII. No colour is the only sign of anything.',
	},
];
