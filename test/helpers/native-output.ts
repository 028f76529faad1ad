/**
What the sound libraries print, wherever they can.
*/
export const nativeOutput =
	/ALSA|PortAudio|Finished input|Input audio options|jack server|JackShm|snd_|Expression '|pvrecorder\]|miniaudio/;
