import {fourCharacters} from './wav.js';

/**
Adjusts the index of an MP4 file to sound that has moved: adds `distance` to every chunk offset before `limit`.

@param moov - The whole `moov` box; changed in place.
@param limit - Where the box itself stood. What came after it does not move when the box goes to the front.
@see ISO/IEC 14496-12, section 8.7.5: `stco` has offsets of 32 bits, `co64` of 64, each after four bytes of flags and a
count.
*/
export const moveChunkOffsets = (moov: Uint8Array, limit: number, distance: number): void => {
	const view = new DataView(moov.buffer, moov.byteOffset, moov.byteLength);

	const moveTable = (start: number, end: number, width: 4 | 8) => {
		for (let at = start + 8; at + width <= end; at += width) {
			const offset = width === 4 ? view.getUint32(at) : Number(view.getBigUint64(at));
			const moved = offset < limit ? offset + distance : offset;
			if (width === 4) {
				view.setUint32(at, moved);
			} else {
				view.setBigUint64(at, BigInt(moved));
			}
		}
	};

	const visit = (start: number, end: number) => {
		for (let at = start; at + 8 <= end; ) {
			const size = view.getUint32(at);
			const boxEnd = Math.min(at + size, end);
			const name = fourCharacters(moov, at + 4);
			if (boxesOfBoxes.has(name)) {
				visit(at + 8, boxEnd);
			} else if (name === 'stco' || name === 'co64') {
				moveTable(at + 8, boxEnd, name === 'stco' ? 4 : 8);
			}

			at += Math.max(size, 8);
		}
	};

	visit(0, moov.length);
};

/**
The way from the index to the tables.
*/
const boxesOfBoxes = new Set(['moov', 'trak', 'mdia', 'minf', 'stbl']);
