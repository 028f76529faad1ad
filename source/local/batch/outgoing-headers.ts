/**
The headers of a request that the server makes for a job.

@param lines - The job's own, each of the form `Name: value`.
*/
export const requestHeaders = (lines: readonly string[] = []): Headers => {
	const headers = new Headers({'User-Agent': 'Speechmatics-API/2.0'});
	for (const line of lines) {
		const nameLength = line.indexOf(':');
		headers.append(line.slice(0, nameLength), line.slice(nameLength + 1).trim());
	}

	return headers;
};
