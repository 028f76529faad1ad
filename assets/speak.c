/*
Speaks one line of text with a flite voice and says when each token was spoken.

Usage: speak <rms|slt> <stretch> <text> <samples.raw>
Stretch is the length of the speech against the voice's own: 0.9 is a little faster.
Writes 16 kHz mono s16le samples to the file, and a line `start<TAB>end<TAB>token` in seconds for each token to stdout.
The times are those of the segments that flite made the sound from, not an estimate.

Build: cc speak.c -lflite_cmu_us_rms -lflite_cmu_us_slt -lflite_usenglish -lflite_cmulex -lflite -lm
*/
#include <flite/flite.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

cst_voice *register_cmu_us_rms(const char *);
cst_voice *register_cmu_us_slt(const char *);

static float segment_end(const cst_item *segment) {
	return segment ? item_feat_float(segment, "end") : 0;
}

/* The first (direction 0) or last segment of the sound of a word. */
static const cst_item *edge_segment(const cst_item *word, int direction) {
	const cst_item *syllable = item_as(word, "SylStructure");
	syllable = direction ? item_last_daughter(syllable) : item_daughter(syllable);
	const cst_item *segment = direction ? item_last_daughter(syllable) : item_daughter(syllable);
	return item_as(segment, "Segment");
}

int main(int count, char **arguments) {
	if (count != 5) {
		fprintf(stderr, "usage: speak <rms|slt> <stretch> <text> <samples.raw>\n");
		return 2;
	}

	flite_init();
	cst_voice *voice = strcmp(arguments[1], "rms") ? register_cmu_us_slt(NULL) : register_cmu_us_rms(NULL);
	feat_set_float(voice->features, "duration_stretch", atof(arguments[2]));
	cst_utterance *utterance = flite_synth_text(arguments[3], voice);
	const cst_wave *wave = utt_wave(utterance);

	FILE *file = fopen(arguments[4], "wb");
	if (!file || wave->sample_rate != 16000 || wave->num_channels != 1) {
		fprintf(stderr, "speak: cannot write, or the voice is not 16 kHz mono\n");
		return 1;
	}

	fwrite(wave->samples, sizeof(short), wave->num_samples, file);
	fclose(file);

	const cst_item *token = relation_head(utt_relation(utterance, "Token"));
	for (; token; token = item_next(token)) {
		const cst_item *first = edge_segment(item_daughter(token), 0);
		const cst_item *last = edge_segment(item_last_daughter(token), 1);
		printf("%.4f\t%.4f\t%s\n", segment_end(item_prev(first)), segment_end(last), item_name(token));
	}

	return 0;
}
