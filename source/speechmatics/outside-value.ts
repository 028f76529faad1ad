/**
What a server sends, looked at before it is used: the SDK's types are promises that nobody checks, and other servers than
the vendor's speak the protocol, too.

@returns The field, or nothing where the value is no object or has no such field.
*/
export const fieldOf = (value: unknown, name: string): unknown =>
	typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;

/**
A text field; nothing where it is something else.
*/
export const textOf = (value: unknown, name: string): string | undefined => {
	const field = fieldOf(value, name);
	return typeof field === 'string' ? field : undefined;
};

/**
A field that is a number which can be counted with; nothing where it is something else.
*/
export const numberOf = (value: unknown, name: string): number | undefined => {
	const field = fieldOf(value, name);
	return typeof field === 'number' && Number.isFinite(field) ? field : undefined;
};

/**
A field that is a list; an empty one where it is something else.
*/
export const listOf = (value: unknown, name: string): readonly unknown[] => {
	const field = fieldOf(value, name);
	return Array.isArray(field) ? field : [];
};
