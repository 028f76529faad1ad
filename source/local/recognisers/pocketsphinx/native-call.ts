/**
An address that belongs to the library. Null is its way to say that a call failed, or that there is no more.
*/
export type Pointer = bigint | null;

/**
@returns The address, which is one.
@throws {Error} Where the call returned none.
*/
export const present = (call: string, pointer: Pointer): bigint => {
	if (!pointer) {
		throw new Error(`${call} failed: it returned nothing.`);
	}

	return pointer;
};

/**
@throws {Error} Where the call returned a negative number, the library's way to say that it failed.
*/
export const expectSuccess = (call: string, result: number): void => {
	if (result < 0) {
		throw new Error(`${call} failed: it returned ${result}.`);
	}
};
